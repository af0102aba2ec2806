package vn.lienthong.procedure.script;

import java.util.Map;
import java.util.Set;
import org.codehaus.groovy.syntax.Types;

/** The operators of the language: the other half of the list beside {@link Words}. */
final class Operators {

    /** Those that compute from two values; regular expressions, shifts and bits are left out. */
    private static final Set<Integer> PLAIN = Set.of(
            Types.PLUS,
            Types.MINUS,
            Types.MULTIPLY,
            Types.DIVIDE,
            Types.MOD,
            Types.REMAINDER,
            Types.POWER,
            Types.COMPARE_EQUAL,
            Types.COMPARE_NOT_EQUAL,
            Types.COMPARE_LESS_THAN,
            Types.COMPARE_LESS_THAN_EQUAL,
            Types.COMPARE_GREATER_THAN,
            Types.COMPARE_GREATER_THAN_EQUAL,
            Types.COMPARE_TO,
            Types.LOGICAL_AND,
            Types.LOGICAL_OR,
            Types.KEYWORD_IN,
            Types.COMPARE_NOT_IN);

    /** An assignment and the operator it applies first; 0 for the plain one. */
    private static final Map<Integer, Integer> ASSIGNMENT = Map.of(
            Types.EQUAL, 0,
            Types.PLUS_EQUAL, Types.PLUS,
            Types.MINUS_EQUAL, Types.MINUS,
            Types.MULTIPLY_EQUAL, Types.MULTIPLY,
            Types.DIVIDE_EQUAL, Types.DIVIDE);

    private Operators() {}

    static boolean isPlain(int operator) {
        return PLAIN.contains(operator);
    }

    static boolean isIndex(int operator) {
        return operator == Types.LEFT_SQUARE_BRACKET;
    }

    static boolean isAssignment(int operator) {
        return ASSIGNMENT.containsKey(operator);
    }

    static int appliedFirst(int assignment) {
        return ASSIGNMENT.getOrDefault(assignment, 0);
    }
}
