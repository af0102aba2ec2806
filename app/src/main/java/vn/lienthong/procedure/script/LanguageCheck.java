package vn.lienthong.procedure.script;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Set;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.BooleanExpression;
import org.codehaus.groovy.ast.expr.CastExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ClosureListExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.ConstructorCallExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.EmptyExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.NotExpression;
import org.codehaus.groovy.ast.expr.PostfixExpression;
import org.codehaus.groovy.ast.expr.PrefixExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.RangeExpression;
import org.codehaus.groovy.ast.expr.TernaryExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.UnaryMinusExpression;
import org.codehaus.groovy.ast.expr.UnaryPlusExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.BreakStatement;
import org.codehaus.groovy.ast.stmt.CaseStatement;
import org.codehaus.groovy.ast.stmt.ContinueStatement;
import org.codehaus.groovy.ast.stmt.DoWhileStatement;
import org.codehaus.groovy.ast.stmt.EmptyStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.ForStatement;
import org.codehaus.groovy.ast.stmt.IfStatement;
import org.codehaus.groovy.ast.stmt.ReturnStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.ast.stmt.SwitchStatement;
import org.codehaus.groovy.ast.stmt.WhileStatement;
import org.jspecify.annotations.Nullable;

/**
 * Reads a whole script before anything of it runs and refuses whatever is not on the list: the constructs named in this
 * class, the operators of {@link Operators}, the words of {@link Words}. A construct nobody thought of is refused too.
 */
final class LanguageCheck {

    /** Names that mean something to Groovy on any object; only a map may have them as keys. */
    private static final Set<String> REFLECTIVE =
            Set.of("metaClass", "metaPropertyValues", "properties", "classLoader");

    private final String script;
    private final Set<String> inputs;
    private int depth;

    LanguageCheck(String script, Set<String> inputs) {
        this.script = script;
        this.inputs = inputs;
    }

    void check(ModuleNode module) {
        if (module.getPackage() != null) {
            throw construct(module.getPackage(), "package");
        }
        module.getImports().forEach(node -> {
            boolean plain = Words.TYPES.containsValue(node.getClassName())
                    && node.getClassName().endsWith("." + node.getAlias())
                    && node.getAnnotations().isEmpty();
            if (!plain) {
                throw at(node, "script-forbidden-type", node.getClassName());
            }
        });
        module.getStarImports().forEach(node -> {
            throw construct(node, "import *");
        });
        module.getStaticImports().values().forEach(node -> {
            throw construct(node, "import static");
        });
        module.getStaticStarImports().values().forEach(node -> {
            throw construct(node, "import static");
        });
        module.getMethods().forEach(method -> {
            throw construct(method, "def " + method.getName() + "()");
        });
        for (ClassNode type : module.getClasses()) {
            if (!type.isScript()) {
                throw construct(type, "class " + type.getNameWithoutPackage());
            }
        }
        var scope = new Scope(null);
        inputs.forEach(input -> scope.declare(input, null));
        statements(module.getStatementBlock(), scope);
    }

    private void statements(BlockStatement block, Scope scope) {
        for (Statement statement : block.getStatements()) {
            statement(statement, scope);
        }
    }

    private void statement(Statement statement, Scope scope) {
        enter(statement);
        if (statement.getStatementLabels() != null
                && !statement.getStatementLabels().isEmpty()) {
            throw construct(statement, statement.getStatementLabels().get(0) + ":");
        }
        if (statement instanceof BlockStatement block) {
            statements(block, new Scope(scope));
        } else if (statement instanceof ExpressionStatement single) {
            expression(single.getExpression(), scope);
        } else if (statement instanceof IfStatement choice) {
            expression(choice.getBooleanExpression(), scope);
            statement(choice.getIfBlock(), new Scope(scope));
            statement(choice.getElseBlock(), new Scope(scope));
        } else if (statement instanceof ReturnStatement end) {
            expression(end.getExpression(), scope);
        } else if (statement instanceof ForStatement loop) {
            loop(loop, scope);
        } else if (statement instanceof WhileStatement loop) {
            expression(loop.getBooleanExpression(), scope);
            statement(loop.getLoopBlock(), new Scope(scope));
        } else if (statement instanceof DoWhileStatement loop) {
            statement(loop.getLoopBlock(), new Scope(scope));
            expression(loop.getBooleanExpression(), scope);
        } else if (statement instanceof SwitchStatement choice) {
            expression(choice.getExpression(), scope);
            for (CaseStatement one : choice.getCaseStatements()) {
                expression(one.getExpression(), scope);
                statement(one.getCode(), new Scope(scope));
            }
            statement(choice.getDefaultStatement(), new Scope(scope));
        } else if (statement instanceof BreakStatement end) {
            refuseLabel(statement, end.getLabel());
        } else if (statement instanceof ContinueStatement end) {
            refuseLabel(statement, end.getLabel());
        } else if (!(statement instanceof EmptyStatement)) {
            throw construct(statement, word(statement, "Statement"));
        }
        depth--;
    }

    private void loop(ForStatement loop, Scope scope) {
        var inner = new Scope(scope);
        if (loop.getCollectionExpression() instanceof ClosureListExpression parts) {
            if (parts.getExpressions().size() != 3) {
                throw construct(loop, "for");
            }
            parts.getExpressions().forEach(part -> expression(part, inner));
        } else {
            expression(loop.getCollectionExpression(), scope);
            declare(loop.getVariable(), inner);
        }
        statement(loop.getLoopBlock(), inner);
    }

    private void refuseLabel(Statement statement, @Nullable String label) {
        if (label != null) {
            throw construct(statement, label + ":");
        }
    }

    private void expression(Expression expression, Scope scope) {
        enter(expression);
        // Sub-classes first: a declaration is a binary expression, a negation a boolean one, an elvis a ternary.
        if (expression instanceof DeclarationExpression declaration) {
            declaration(declaration, scope);
        } else if (expression instanceof BinaryExpression binary) {
            binary(binary, scope);
        } else if (expression instanceof ConstantExpression constant) {
            constant(constant);
        } else if (expression instanceof VariableExpression variable) {
            if (!scope.knows(variable.getName())) {
                throw at(variable, "script-unknown-name", variable.getName());
            }
        } else if (expression instanceof NotExpression || expression instanceof BooleanExpression) {
            expression(((BooleanExpression) expression).getExpression(), scope);
        } else if (expression instanceof TernaryExpression choice) {
            expression(choice.getBooleanExpression(), scope);
            expression(choice.getTrueExpression(), scope);
            expression(choice.getFalseExpression(), scope);
        } else if (expression instanceof UnaryMinusExpression minus) {
            expression(minus.getExpression(), scope);
        } else if (expression instanceof UnaryPlusExpression plus) {
            expression(plus.getExpression(), scope);
        } else if (expression instanceof PrefixExpression prefix) {
            step(prefix, prefix.getExpression(), scope);
        } else if (expression instanceof PostfixExpression postfix) {
            step(postfix, postfix.getExpression(), scope);
        } else if (expression instanceof GStringExpression text) {
            text.getValues().forEach(value -> expression(value, scope));
        } else if (expression instanceof RangeExpression range) {
            if (range.isExclusiveLeft()) {
                throw construct(range, "<..");
            }
            expression(range.getFrom(), scope);
            expression(range.getTo(), scope);
        } else if (expression.getClass() == ListExpression.class) {
            ((ListExpression) expression).getExpressions().forEach(element -> expression(element, scope));
        } else if (expression.getClass() == MapExpression.class) {
            for (MapEntryExpression entry : ((MapExpression) expression).getMapEntryExpressions()) {
                expression(entry.getKeyExpression(), scope);
                expression(entry.getValueExpression(), scope);
            }
        } else if (expression instanceof CastExpression cast) {
            type(cast, cast.getType());
            expression(cast.getExpression(), scope);
        } else if (expression.getClass() == PropertyExpression.class) {
            property((PropertyExpression) expression, scope);
        } else if (expression instanceof MethodCallExpression call) {
            call(call, scope);
        } else if (expression instanceof ConstructorCallExpression call) {
            construction(call, scope);
        } else if (!(expression instanceof EmptyExpression)) {
            throw construct(expression, word(expression, "Expression"));
        }
        depth--;
    }

    private void declaration(DeclarationExpression declaration, Scope scope) {
        if (!declaration.getAnnotations().isEmpty()) {
            throw construct(declaration, "@");
        }
        if (!(declaration.getLeftExpression() instanceof VariableExpression variable)) {
            throw construct(declaration, "def (a, b)");
        }
        if (!variable.isDynamicTyped()) {
            type(declaration, variable.getOriginType());
        }
        expression(declaration.getRightExpression(), scope);
        if (scope.knows(variable.getName())) {
            throw at(declaration, "script-name-twice", variable.getName());
        }
        scope.declare(variable.getName(), null);
    }

    private void binary(BinaryExpression binary, Scope scope) {
        int operator = binary.getOperation().getType();
        String sign = binary.getOperation().getText();
        if (Operators.isIndex(operator) || Operators.isPlain(operator)) {
            expression(binary.getLeftExpression(), scope);
            expression(binary.getRightExpression(), scope);
        } else if (Operators.isAssignment(operator)) {
            expression(binary.getRightExpression(), scope);
            step(binary, binary.getLeftExpression(), scope);
        } else {
            throw construct(binary, sign);
        }
    }

    /** What is assigned to must be a variable of the script's own: neither an input nor a part of a value. */
    private void step(Expression whole, Expression target, Scope scope) {
        if (!(target instanceof VariableExpression variable)) {
            throw construct(whole, target.getText() + " =");
        }
        if (!scope.knows(variable.getName())) {
            throw at(whole, "script-unknown-name", variable.getName());
        }
        if (inputs.contains(variable.getName())) {
            throw at(whole, "script-input-assigned", variable.getName());
        }
    }

    private void constant(ConstantExpression constant) {
        Object value = constant.getValue();
        try {
            if (value instanceof BigDecimal decimal) {
                Numbers.bounded(decimal);
            } else if (value instanceof BigInteger integer) {
                Numbers.bounded(integer);
            } else if (!(value == null
                    || value instanceof String
                    || value instanceof Boolean
                    || value instanceof Integer
                    || value instanceof Long)) {
                throw construct(constant, constant.getText());
            }
        } catch (ArithmeticException e) {
            throw at(constant, "script-arithmetic", "> 60");
        }
    }

    private void property(PropertyExpression property, Scope scope) {
        String name = propertyName(property);
        if (property.isSpreadSafe()) {
            throw construct(property, "*.");
        }
        String type = typeNamed(property.getObjectExpression(), scope);
        if (type != null) {
            if (Words.constant(type, name) == null) {
                throw at(property, "script-forbidden-property", type + "." + name);
            }
            return;
        }
        if (REFLECTIVE.contains(name)) {
            throw at(property, "script-forbidden-property", name);
        }
        expression(property.getObjectExpression(), scope);
    }

    static String name(Expression expression) {
        return expression instanceof ConstantExpression constant && constant.getValue() instanceof String name
                ? name
                : "";
    }

    private String propertyName(PropertyExpression property) {
        String name = name(property.getProperty());
        if (name.isEmpty()) {
            throw construct(property, ".\"$…\"");
        }
        return name;
    }

    private void call(MethodCallExpression call, Scope scope) {
        String method = name(call.getMethod());
        if (method.isEmpty()) {
            throw construct(call, ".\"$…\"()");
        }
        if (call.isImplicitThis()) {
            throw at(call, "script-forbidden-method", method);
        }
        if (call.isSpreadSafe()) {
            throw construct(call, "*.");
        }
        if (call.getGenericsTypes() != null && call.getGenericsTypes().length > 0) {
            throw construct(call, "<>");
        }
        String type = typeNamed(call.getObjectExpression(), scope);
        if (type != null) {
            if (!Words.isTypeMethod(type, method) || method.equals("new")) {
                throw at(call, "script-forbidden-method", type + "." + method);
            }
        } else {
            // The receiver first: in System.exit(0) it is System that nobody knows.
            expression(call.getObjectExpression(), scope);
            if (!Words.isMethod(method)) {
                throw at(call, "script-forbidden-method", method);
            }
        }
        arguments(call, call.getArguments(), scope);
    }

    private void construction(ConstructorCallExpression call, Scope scope) {
        String type = simpleName(call.getType().getName());
        if (call.isUsingAnonymousInnerClass() || call.isSpecialCall() || !Words.isTypeMethod(type, "new")) {
            throw at(call, "script-forbidden-type", call.getType().getName());
        }
        arguments(call, call.getArguments(), scope);
    }

    private void arguments(Expression call, Expression arguments, Scope scope) {
        if (!(arguments instanceof TupleExpression tuple)) {
            throw construct(call, "( )");
        }
        for (Expression argument : tuple.getExpressions()) {
            if (argument.getClass() == ClosureExpression.class) {
                closure((ClosureExpression) argument, scope);
            } else {
                expression(argument, scope);
            }
        }
    }

    /** Only here, as an argument of a known method, may code be handed around. */
    private void closure(ClosureExpression closure, Scope scope) {
        enter(closure);
        var inner = new Scope(scope);
        Parameter[] parameters = closure.getParameters();
        if (parameters == null) {
            // { -> … }: no parameter, not even it
        } else if (parameters.length == 0) {
            inner.declare("it", null);
        } else {
            for (Parameter parameter : parameters) {
                declare(parameter, inner);
            }
        }
        statement(closure.getCode(), inner);
        depth--;
    }

    private void declare(Parameter parameter, Scope scope) {
        if (!parameter.getAnnotations().isEmpty() || parameter.hasInitialExpression()) {
            throw construct(parameter, parameter.getName() + " =");
        }
        if (!parameter.isDynamicTyped()) {
            type(parameter, parameter.getType());
        }
        if (scope.knows(parameter.getName())) {
            throw at(parameter, "script-name-twice", parameter.getName());
        }
        scope.declare(parameter.getName(), null);
    }

    private void type(ASTNode place, ClassNode type) {
        boolean plain = Words.isType(type.getName())
                && !type.isArray()
                && type.getTypeAnnotations().isEmpty()
                && type.getAnnotations().isEmpty();
        if (!plain) {
            throw at(place, "script-forbidden-type", type.getName());
        }
    }

    /** The simple name of the type that an expression such as {@code LocalDate} or {@code java.time.LocalDate} names. */
    static @Nullable String typeNamed(Expression expression, Scope scope) {
        String text = expression instanceof VariableExpression || expression.getClass() == PropertyExpression.class
                ? expression.getText()
                : "";
        boolean shadowed = scope.knows(text.contains(".") ? text.substring(0, text.indexOf('.')) : text);
        return !shadowed && Words.isType(text) ? simpleName(text) : null;
    }

    static String simpleName(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    private void enter(ASTNode node) {
        depth++;
        if (depth > 4 * Limits.DEPTH) {
            throw at(node, "script-too-deep");
        }
    }

    private ScriptException construct(ASTNode node, String what) {
        return at(node, "script-forbidden-construct", what);
    }

    private ScriptException at(ASTNode node, String code, @Nullable Object... args) {
        return new ScriptException(script, Math.max(1, node.getLineNumber()), code, args);
    }

    private static String word(ASTNode node, String suffix) {
        return node.getClass().getSimpleName().replace(suffix, "");
    }
}
