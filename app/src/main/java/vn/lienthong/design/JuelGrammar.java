package vn.lienthong.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether the inside of an expression of a diagram is a sentence of the language, so that no dossier is the first to find out.
 * Evaluates nothing.
 */
final class JuelGrammar {

    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(\\d+(?:\\.\\d+)?|'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"|[A-Za-z_]\\w*(?:\\.[A-Za-z_]\\w*)*"
                    + "|==|!=|<=|>=|&&|\\|\\||[<>!?:()+\\-*/%,])");
    private static final Pattern ATOM = Pattern.compile("[\\w'\"].*", Pattern.DOTALL);
    private static final Set<String> BETWEEN = Set.of(
            "==", "!=", "<=", ">=", "<", ">", "&&", "||", "+", "-", "*", "/", "%", "and", "or", "eq", "ne", "lt", "gt",
            "le", "ge", "div", "mod");
    private static final Set<String> BEFORE = Set.of("!", "-", "not", "empty");

    /** Brackets inside brackets; nobody reads more. */
    private static final int DEEPEST = 50;

    private final List<String> tokens = new ArrayList<>();
    private int at;
    private int depth;

    private JuelGrammar() {}

    /** @param inside what stands between <code>${</code> and <code>}</code> */
    static boolean accepts(String inside) {
        var grammar = new JuelGrammar();
        Matcher token = TOKEN.matcher(inside);
        int end = 0;
        while (token.find() && token.start() == end) {
            grammar.tokens.add(token.group(1));
            end = token.end();
        }
        return inside.substring(end).isBlank() && grammar.choice() && grammar.at == grammar.tokens.size();
    }

    private boolean choice() {
        if (!chain()) {
            return false;
        }
        return !take("?") || choice() && take(":") && choice();
    }

    private boolean chain() {
        do {
            if (!operand()) {
                return false;
            }
        } while (takeOne(BETWEEN));
        return true;
    }

    private boolean operand() {
        while (takeOne(BEFORE)) {
            // As many as there are.
        }
        if (take("(")) {
            return ++depth < DEEPEST && choice() && take(")") && depth-- > 0;
        }
        if (at >= tokens.size() || !ATOM.matcher(tokens.get(at)).matches() || BETWEEN.contains(tokens.get(at))) {
            return false;
        }
        at++;
        if (!take("(")) {
            return true;
        }
        if (take(")")) {
            return true;
        }
        do {
            if (++depth >= DEEPEST || !choice()) {
                return false;
            }
            depth--;
        } while (take(","));
        return take(")");
    }

    private boolean take(String token) {
        return takeOne(Set.of(token));
    }

    private boolean takeOne(Set<String> wanted) {
        if (at < tokens.size() && wanted.contains(tokens.get(at))) {
            at++;
            return true;
        }
        return false;
    }
}
