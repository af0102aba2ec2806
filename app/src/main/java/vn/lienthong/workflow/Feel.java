package vn.lienthong.workflow;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Evaluates FEEL, the language of conditions in forms and procedure.yml. */
@Component
public class Feel {

    private final ScalaFeelEngine engine = new ScalaFeelEngine(List.of());

    /**
     * @param expression with or without the leading {@code =} that forms write
     * @param context what the expression may name; absent names are null
     * @throws IllegalArgumentException when the expression cannot be evaluated
     */
    public @Nullable Object evaluate(String expression, Map<String, Object> context) {
        String text = expression.startsWith("=") ? expression.substring(1) : expression;
        try {
            return engine.evaluateSimpleExpression(
                    text, Variables.fromMap(context).asVariableContext());
        } catch (FeelException e) {
            throw new IllegalArgumentException("cannot evaluate " + expression + ": " + e.getMessage(), e);
        }
    }

    /** A condition; anything but true is false. */
    public boolean holds(String expression, Map<String, Object> context) {
        return Boolean.TRUE.equals(evaluate(expression, context));
    }
}
