package vn.lienthong.procedure.script;

import java.util.Map;
import java.util.Set;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.jspecify.annotations.Nullable;

/** A script that was read and found to be inside the language. Immutable; may be run by several threads at once. */
public final class CheckedScript {

    private final String name;
    private final BlockStatement body;
    private final Set<String> inputs;

    private CheckedScript(String name, BlockStatement body, Set<String> inputs) {
        this.name = name;
        this.body = body;
        this.inputs = inputs;
    }

    /**
     * Parses and checks; runs nothing, loads no class.
     *
     * @param inputs names of the values that every run will be given
     * @throws ScriptException on the first construct that is not Groovy or not inside the language
     */
    public static CheckedScript read(String name, String source, Set<String> inputs) {
        var inputNames = Set.copyOf(inputs);
        ModuleNode module = parse(name, source);
        new LanguageCheck(name, inputNames).check(module);
        return new CheckedScript(name, module.getStatementBlock(), inputNames);
    }

    /**
     * Works the script out.
     *
     * @param values plain data (text, numbers, booleans, dates, lists, maps), one for each input
     * @return plain data again: text, Integer, Long, BigInteger, BigDecimal, Boolean, null, lists and maps of these; a
     *     date becomes its ISO text
     * @throws ScriptException with the line when it fails or uses more than the limits allow
     */
    public @Nullable Object run(Map<String, ? extends @Nullable Object> values, Limits limits) {
        var scope = new Scope(null);
        for (String input : inputs) {
            scope.declare(input, Values.from(name, values.get(input)));
        }
        try {
            return Values.plain(name, new Evaluation(name, limits).run(body, scope));
        } catch (StackOverflowError e) {
            throw new ScriptException(name, 0, "script-too-deep");
        }
    }

    private static ModuleNode parse(String name, String source) {
        if (source.length() > Limits.SOURCE_LENGTH) {
            throw new ScriptException(name, 1, "script-too-large", Limits.SOURCE_LENGTH);
        }
        refuseDeepNesting(name, source);
        try {
            // The parser alone: no compilation unit, hence no AST transformation (@Grab and friends) is ever looked up.
            var unit = SourceUnit.create(name, source);
            unit.parse();
            unit.completePhase();
            unit.nextPhase();
            unit.convert();
            return unit.getAST();
        } catch (MultipleCompilationErrorsException e) {
            if (e.getErrorCollector().getErrors().get(0) instanceof SyntaxErrorMessage message) {
                var cause = message.getCause();
                throw new ScriptException(name, cause.getLine(), "script-syntax", cause.getOriginalMessage());
            }
            throw new ScriptException(name, 1, "script-syntax", "?");
        } catch (CompilationFailedException | StackOverflowError e) {
            // This is how Groovy's parser reports that it ran out of stack.
            throw new ScriptException(name, 1, "script-too-deep");
        }
    }

    /** The parser's time grows faster than the nesting, so the nesting is counted before it starts. */
    private static void refuseDeepNesting(String name, String source) {
        int line = 1;
        int depth = 0;
        int questions = 0;
        for (int i = 0; i < source.length(); i++) {
            switch (source.charAt(i)) {
                case '\n' -> line++;
                case '(', '[', '{' -> depth++;
                case ')', ']', '}' -> depth--;
                case '?' -> questions++;
                default -> {
                    // nothing that nests
                }
            }
            if (depth > Limits.DEPTH || questions > 4 * Limits.DEPTH) {
                throw new ScriptException(name, line, "script-too-deep");
            }
        }
    }
}
