package vn.lienthong.workflow;

import java.util.Collections;
import java.util.Map;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.command.Bounded;

/** Evaluates FEEL, the language of conditions in forms and procedure.yml. */
@Component
public class Feel {

    /** Expressions of some twenty procedures; reading one takes longer than evaluating it. */
    private static final int CAPACITY = 2_000;

    private final FeelEngineApi engine = FeelEngineBuilder.forJava().build();
    private final Map<String, ParseResult> read = Collections.synchronizedMap(new Bounded<>(CAPACITY));

    /**
     * @param expression with or without the leading {@code =} that forms write
     * @param context what the expression may name; absent names are null
     * @throws IllegalArgumentException when the expression cannot be evaluated
     */
    public @Nullable Object evaluate(String expression, Map<String, Object> context) {
        ParseResult parsed = read.computeIfAbsent(expression, this::read);
        if (parsed.isFailure()) {
            throw refused(expression, parsed.failure().message());
        }
        EvaluationResult evaluated = engine.evaluate(parsed.parsedExpression(), context);
        if (evaluated.isFailure()) {
            throw refused(expression, evaluated.failure().message());
        }
        return evaluated.result();
    }

    /** A condition; anything but true is false. */
    public boolean holds(String expression, Map<String, Object> context) {
        return Boolean.TRUE.equals(evaluate(expression, context));
    }

    private ParseResult read(String expression) {
        return engine.parseExpression(expression.startsWith("=") ? expression.substring(1) : expression);
    }

    private static IllegalArgumentException refused(String expression, String why) {
        return new IllegalArgumentException("cannot evaluate " + expression + ": " + why);
    }
}
