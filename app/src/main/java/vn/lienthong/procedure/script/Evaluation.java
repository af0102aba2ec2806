package vn.lienthong.procedure.script;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.BooleanExpression;
import org.codehaus.groovy.ast.expr.CastExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ClosureListExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.ConstructorCallExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.ElvisOperatorExpression;
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
import org.codehaus.groovy.syntax.Types;
import org.jspecify.annotations.Nullable;

/**
 * One run of one script. Walks the tree that the parser made; nothing is compiled, no method is ever called by name
 * except through {@link Words}. Values never change, so no value can contain itself.
 */
final class Evaluation {

    /** How a statement ended. */
    private enum End {
        GOES_ON,
        BREAK,
        CONTINUE,
        RETURN
    }

    private final String script;
    private final Limits limits;
    private final long deadline;
    private int steps;
    private int line = 1;
    /** Value of the statement that ran last: what a script without {@code return} answers, as in Groovy. */
    private @Nullable Object last;

    Evaluation(String script, Limits limits) {
        this.script = script;
        this.limits = limits;
        this.deadline = System.nanoTime() + limits.time().toNanos();
    }

    @Nullable Object run(BlockStatement body, Scope scope) {
        last = null;
        try {
            execute(body.getStatements(), scope);
        } catch (ArithmeticException e) {
            throw fault("script-arithmetic", e.getMessage());
        } catch (ClassCastException e) {
            throw fault("script-wrong-value", e.getMessage());
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException e) {
            // Without Java's message: it quotes the value, and values are people's data.
            throw fault("script-failed");
        }
        return last;
    }

    // ---- what words need -------------------------------------------------------------------------------------------

    /** Counts work; every step and every element visited passes here. */
    void spend(int amount) {
        int before = steps;
        steps += Math.max(1, amount);
        if (steps > limits.steps() || steps < 0) {
            throw fault("script-too-many-steps", limits.steps());
        }
        if (before / 256 != steps / 256 && System.nanoTime() > deadline) {
            throw fault("script-too-slow", limits.time().toMillis());
        }
    }

    void refuseLongText(long length) {
        if (length > limits.textLength()) {
            throw fault("script-too-big", limits.textLength());
        }
    }

    void refuseManyElements(long size) {
        if (size > limits.elements()) {
            throw fault("script-too-big", limits.elements());
        }
    }

    String madeText(String text) {
        refuseLongText(text.length());
        spend(text.length() / 100);
        return text;
    }

    String text(@Nullable Object value) {
        String text = Values.text(value, limits.textLength());
        refuseLongText(text.length());
        return text;
    }

    List<@Nullable Object> list(List<? extends @Nullable Object> elements) {
        refuseManyElements(elements.size());
        List<@Nullable Object> list = Collections.unmodifiableList(new ArrayList<>(elements));
        weigh(list);
        return list;
    }

    Map<@Nullable Object, @Nullable Object> map(Map<? extends @Nullable Object, ? extends @Nullable Object> entries) {
        refuseManyElements(entries.size());
        for (Object key : entries.keySet()) {
            if (!(key instanceof String || key instanceof Number || key instanceof Boolean)) {
                throw fault("script-wrong-value", Values.kind(key));
            }
        }
        Map<@Nullable Object, @Nullable Object> map = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        weigh(map);
        return map;
    }

    private void weigh(Object value) {
        int weight = Values.weight(value, limits.elements());
        if (weight > limits.elements()) {
            throw fault("script-too-big", limits.elements());
        }
        spend(weight);
    }

    static Map.Entry<Object, @Nullable Object> entry(Object key, @Nullable Object value) {
        return Collections.<Object, @Nullable Object>singletonMap(key, value)
                .entrySet()
                .iterator()
                .next();
    }

    List<@Nullable Object> joined(List<? extends @Nullable Object> list, @Nullable Object more) {
        var copy = new ArrayList<@Nullable Object>(list);
        if (more instanceof List<?> others) {
            copy.addAll(others);
        } else {
            copy.add(more);
        }
        return list(copy);
    }

    Map<@Nullable Object, @Nullable Object> joined(
            Map<?, ? extends @Nullable Object> map, Map<?, ? extends @Nullable Object> more) {
        var copy = new LinkedHashMap<@Nullable Object, @Nullable Object>(map);
        copy.putAll(more);
        return map(copy);
    }

    @Nullable Object plus(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Number a && right instanceof Number b) {
            return Numbers.add(a, b);
        }
        if (left instanceof String || (right instanceof String && left != null)) {
            return madeText(text(left) + text(right));
        }
        if (left instanceof List<?> list) {
            return joined(list, right);
        }
        if (left instanceof Map<?, ?> map && right instanceof Map<?, ?> more) {
            return joined(map, more);
        }
        if (left instanceof LocalDate date && right instanceof Period period) {
            return date.plus(period);
        }
        throw new ClassCastException(Values.kind(left) + " + " + Values.kind(right));
    }

    private ScriptException fault(String code, @Nullable Object... args) {
        return new ScriptException(script, line, code, args);
    }

    // ---- statements ------------------------------------------------------------------------------------------------

    private End execute(List<Statement> statements, Scope scope) {
        for (Statement statement : statements) {
            End end = execute(statement, scope);
            if (end != End.GOES_ON) {
                return end;
            }
        }
        return End.GOES_ON;
    }

    private End execute(Statement statement, Scope scope) {
        at(statement);
        if (statement instanceof BlockStatement block) {
            last = null;
            return execute(block.getStatements(), new Scope(scope));
        }
        if (statement instanceof ExpressionStatement single) {
            last = evaluate(single.getExpression(), scope);
            return End.GOES_ON;
        }
        if (statement instanceof IfStatement choice) {
            last = null;
            boolean yes = Values.truth(evaluate(choice.getBooleanExpression(), scope));
            return execute(yes ? choice.getIfBlock() : choice.getElseBlock(), new Scope(scope));
        }
        if (statement instanceof ReturnStatement end) {
            last = evaluate(end.getExpression(), scope);
            return End.RETURN;
        }
        if (statement instanceof ForStatement loop) {
            return loop.getCollectionExpression() instanceof ClosureListExpression parts
                    ? countingLoop(loop, parts, new Scope(scope))
                    : loop(loop, scope);
        }
        if (statement instanceof WhileStatement loop) {
            while (Values.truth(evaluate(loop.getBooleanExpression(), scope))) {
                End end = execute(loop.getLoopBlock(), new Scope(scope));
                if (end == End.BREAK || end == End.RETURN) {
                    return afterLoop(end);
                }
            }
            return afterLoop(End.GOES_ON);
        }
        if (statement instanceof DoWhileStatement loop) {
            do {
                End end = execute(loop.getLoopBlock(), new Scope(scope));
                if (end == End.BREAK || end == End.RETURN) {
                    return afterLoop(end);
                }
            } while (Values.truth(evaluate(loop.getBooleanExpression(), scope)));
            return afterLoop(End.GOES_ON);
        }
        if (statement instanceof SwitchStatement choice) {
            return choice(choice, scope);
        }
        if (statement instanceof BreakStatement) {
            return End.BREAK;
        }
        if (statement instanceof ContinueStatement) {
            return End.CONTINUE;
        }
        if (statement instanceof EmptyStatement) {
            return End.GOES_ON;
        }
        throw fault("script-forbidden-construct", statement.getClass().getSimpleName());
    }

    private End afterLoop(End end) {
        if (end == End.RETURN) {
            return end;
        }
        last = null;
        return End.GOES_ON;
    }

    private End loop(ForStatement loop, Scope scope) {
        Object elements = evaluate(loop.getCollectionExpression(), scope);
        List<? extends @Nullable Object> list;
        if (elements instanceof List<?> several) {
            list = several;
        } else if (elements instanceof Map<?, ?> map) {
            list = new ArrayList<>(map.entrySet());
        } else {
            throw fault("script-wrong-value", Values.kind(elements));
        }
        for (Object element : list) {
            var inner = new Scope(scope);
            inner.declare(
                    loop.getVariable().getName(),
                    declared(loop.getVariable().getType(), loop.getVariable().isDynamicTyped(), element));
            End end = execute(loop.getLoopBlock(), inner);
            if (end == End.BREAK || end == End.RETURN) {
                return afterLoop(end);
            }
        }
        return afterLoop(End.GOES_ON);
    }

    private End countingLoop(ForStatement loop, ClosureListExpression parts, Scope scope) {
        Expression condition = parts.getExpression(1);
        evaluate(parts.getExpression(0), scope);
        while (condition instanceof EmptyExpression || Values.truth(evaluate(condition, scope))) {
            End end = execute(loop.getLoopBlock(), new Scope(scope));
            if (end == End.BREAK || end == End.RETURN) {
                return afterLoop(end);
            }
            evaluate(parts.getExpression(2), scope);
        }
        return afterLoop(End.GOES_ON);
    }

    private End choice(SwitchStatement choice, Scope scope) {
        last = null;
        Object value = evaluate(choice.getExpression(), scope);
        boolean matched = false;
        for (CaseStatement one : choice.getCaseStatements()) {
            if (!matched) {
                Object wanted = evaluate(one.getExpression(), scope);
                matched = wanted instanceof List<?> several
                        ? several.stream().anyMatch(element -> Values.equal(value, element))
                        : Values.equal(value, wanted);
            }
            if (matched) {
                End end = execute(one.getCode(), new Scope(scope));
                if (end != End.GOES_ON) {
                    return end == End.BREAK ? End.GOES_ON : end;
                }
            }
        }
        End end = execute(choice.getDefaultStatement(), new Scope(scope));
        return end == End.BREAK ? End.GOES_ON : end;
    }

    // ---- expressions -----------------------------------------------------------------------------------------------

    private void at(ASTNode node) {
        if (node.getLineNumber() > 0) {
            line = node.getLineNumber();
        }
        spend(1);
    }

    private @Nullable Object evaluate(Expression expression, Scope scope) {
        at(expression);
        if (expression instanceof ConstantExpression constant) {
            return constant.getValue();
        }
        if (expression instanceof VariableExpression variable) {
            return scope.get(variable.getName());
        }
        if (expression instanceof DeclarationExpression declaration) {
            var variable = (VariableExpression) declaration.getLeftExpression();
            Object value = declaration.getRightExpression() instanceof EmptyExpression
                    ? null
                    : evaluate(declaration.getRightExpression(), scope);
            Object kept = value == null && !variable.isDynamicTyped() && isPrimitive(variable.getOriginType())
                    ? zero(variable.getOriginType())
                    : declared(variable.getOriginType(), variable.isDynamicTyped(), value);
            scope.declare(variable.getName(), kept);
            if (!variable.isDynamicTyped()) {
                scope.type(variable.getName(), variable.getOriginType());
            }
            return kept;
        }
        if (expression instanceof BinaryExpression binary) {
            return binary(binary, scope);
        }
        if (expression instanceof NotExpression not) {
            return !Values.truth(evaluate(not.getExpression(), scope));
        }
        if (expression instanceof BooleanExpression plain) {
            return evaluate(plain.getExpression(), scope);
        }
        if (expression instanceof ElvisOperatorExpression elvis) {
            Object value = evaluate(elvis.getTrueExpression(), scope);
            return Values.truth(value) ? value : evaluate(elvis.getFalseExpression(), scope);
        }
        if (expression instanceof TernaryExpression choice) {
            return Values.truth(evaluate(choice.getBooleanExpression(), scope))
                    ? evaluate(choice.getTrueExpression(), scope)
                    : evaluate(choice.getFalseExpression(), scope);
        }
        if (expression instanceof UnaryMinusExpression minus) {
            return Numbers.negate(number(evaluate(minus.getExpression(), scope)));
        }
        if (expression instanceof UnaryPlusExpression plus) {
            return number(evaluate(plus.getExpression(), scope));
        }
        if (expression instanceof PrefixExpression prefix) {
            return step(
                    (VariableExpression) prefix.getExpression(),
                    prefix.getOperation().getType(),
                    scope,
                    true);
        }
        if (expression instanceof PostfixExpression postfix) {
            return step(
                    (VariableExpression) postfix.getExpression(),
                    postfix.getOperation().getType(),
                    scope,
                    false);
        }
        if (expression instanceof GStringExpression text) {
            return template(text, scope);
        }
        if (expression instanceof RangeExpression range) {
            return range(range, scope);
        }
        if (expression instanceof ListExpression elements) {
            var list = new ArrayList<@Nullable Object>();
            elements.getExpressions().forEach(element -> list.add(evaluate(element, scope)));
            return list(list);
        }
        if (expression instanceof MapExpression entries) {
            var map = new LinkedHashMap<@Nullable Object, @Nullable Object>();
            for (MapEntryExpression entry : entries.getMapEntryExpressions()) {
                map.put(evaluate(entry.getKeyExpression(), scope), evaluate(entry.getValueExpression(), scope));
            }
            return map(map);
        }
        if (expression instanceof CastExpression cast) {
            return converted(cast.getType(), evaluate(cast.getExpression(), scope));
        }
        if (expression instanceof PropertyExpression property) {
            return property(property, scope);
        }
        if (expression instanceof MethodCallExpression call) {
            return call(call, scope);
        }
        if (expression instanceof ConstructorCallExpression call) {
            return typeCall(
                    call, LanguageCheck.simpleName(call.getType().getName()), "new", call.getArguments(), scope);
        }
        if (expression instanceof EmptyExpression) {
            return null;
        }
        throw fault("script-forbidden-construct", expression.getClass().getSimpleName());
    }

    private @Nullable Object binary(BinaryExpression binary, Scope scope) {
        int operator = binary.getOperation().getType();
        if (Operators.isAssignment(operator)) {
            String name = ((VariableExpression) binary.getLeftExpression()).getName();
            int first = Operators.appliedFirst(operator);
            Object right = evaluate(binary.getRightExpression(), scope);
            at(binary);
            Object value = first == 0 ? right : apply(first, scope.get(name), right);
            ClassNode type = scope.typeOf(name);
            Object kept = type == null ? value : converted(type, value);
            scope.assign(name, kept);
            return kept;
        }
        Object left = evaluate(binary.getLeftExpression(), scope);
        if (operator == Types.LOGICAL_AND) {
            return Values.truth(left) && Values.truth(evaluate(binary.getRightExpression(), scope));
        }
        if (operator == Types.LOGICAL_OR) {
            return Values.truth(left) || Values.truth(evaluate(binary.getRightExpression(), scope));
        }
        if (Operators.isIndex(operator)) {
            if (left == null && binary.isSafe()) {
                return null;
            }
            return element(left, evaluate(binary.getRightExpression(), scope));
        }
        Object right = evaluate(binary.getRightExpression(), scope);
        at(binary);
        return apply(operator, left, right);
    }

    private @Nullable Object apply(int operator, @Nullable Object left, @Nullable Object right) {
        return switch (operator) {
            case Types.PLUS -> plus(left, right);
            case Types.MINUS ->
                left instanceof LocalDate date && right instanceof Period period
                        ? date.minus(period)
                        : Numbers.subtract(number(left), number(right));
            case Types.MULTIPLY -> Numbers.multiply(number(left), number(right));
            case Types.DIVIDE -> Numbers.divide(number(left), number(right));
            case Types.MOD, Types.REMAINDER -> Numbers.remainder(number(left), number(right));
            case Types.POWER -> Numbers.power(number(left), number(right));
            case Types.COMPARE_EQUAL -> equal(left, right);
            case Types.COMPARE_NOT_EQUAL -> !equal(left, right);
            case Types.COMPARE_LESS_THAN -> Values.compare(left, right) < 0;
            case Types.COMPARE_LESS_THAN_EQUAL -> Values.compare(left, right) <= 0;
            case Types.COMPARE_GREATER_THAN -> Values.compare(left, right) > 0;
            case Types.COMPARE_GREATER_THAN_EQUAL -> Values.compare(left, right) >= 0;
            case Types.COMPARE_TO -> Integer.signum(Values.compare(left, right));
            case Types.KEYWORD_IN -> isIn(left, right);
            case Types.COMPARE_NOT_IN -> !isIn(left, right);
            default -> throw fault("script-forbidden-construct", operator);
        };
    }

    private boolean equal(@Nullable Object left, @Nullable Object right) {
        if (left instanceof List<?> || left instanceof Map<?, ?>) {
            spend(Values.weight(left, limits.steps()));
        }
        return Values.equal(left, right);
    }

    private boolean isIn(@Nullable Object value, @Nullable Object container) {
        if (container instanceof List<?> list) {
            spend(list.size());
            return list.stream().anyMatch(element -> Values.equal(value, element));
        }
        if (container instanceof Map<?, ?> map) {
            return value != null && map.containsKey(value);
        }
        return equal(value, container);
    }

    private @Nullable Object element(@Nullable Object whole, @Nullable Object index) {
        if (whole instanceof Map<?, ?> map) {
            return index == null ? null : map.get(index);
        }
        if (whole instanceof List<?> list) {
            if (index instanceof List<?> several) {
                var picked = new ArrayList<@Nullable Object>();
                several.forEach(one -> picked.add(list.get(position(one, list.size()))));
                return list(picked);
            }
            int position = position(index, list.size());
            // Groovy answers null behind the end.
            return position < list.size() ? list.get(position) : null;
        }
        if (whole instanceof String text) {
            if (index instanceof List<?> several) {
                var picked = new StringBuilder();
                several.forEach(one -> picked.append(text.charAt(position(one, text.length()))));
                return madeText(picked.toString());
            }
            return String.valueOf(text.charAt(position(index, text.length())));
        }
        throw new ClassCastException(Values.kind(whole) + "[ ]");
    }

    private int position(@Nullable Object index, int size) {
        int position = Numbers.toInt(number(index));
        return position < 0 ? size + position : position;
    }

    private @Nullable Object step(VariableExpression variable, int operator, Scope scope, boolean before) {
        Object value = scope.get(variable.getName());
        Object next = operator == Types.PLUS_PLUS ? Numbers.add(number(value), 1) : Numbers.subtract(number(value), 1);
        scope.assign(variable.getName(), next);
        return before ? next : value;
    }

    private String template(GStringExpression template, Scope scope) {
        var text = new StringBuilder();
        List<ConstantExpression> fixed = template.getStrings();
        List<Expression> values = template.getValues();
        for (int i = 0; i < Math.max(fixed.size(), values.size()); i++) {
            if (i < fixed.size()) {
                text.append(fixed.get(i).getValue());
            }
            if (i < values.size()) {
                text.append(text(evaluate(values.get(i), scope)));
            }
            refuseLongText(text.length());
        }
        return madeText(text.toString());
    }

    private List<@Nullable Object> range(RangeExpression range, Scope scope) {
        Object from = evaluate(range.getFrom(), scope);
        Object to = evaluate(range.getTo(), scope);
        int first = Numbers.toInt(number(from));
        int end = Numbers.toInt(number(to));
        if (range.isExclusiveRight() && first == end) {
            return list(List.of());
        }
        int step = first <= end ? 1 : -1;
        int stop = range.isExclusiveRight() ? end - step : end;
        refuseManyElements(Math.abs((long) stop - first) + 1);
        var list = new ArrayList<@Nullable Object>();
        for (int i = first; step > 0 ? i <= stop : i >= stop; i += step) {
            list.add(i);
        }
        return list(list);
    }

    private @Nullable Object property(PropertyExpression property, Scope scope) {
        String name = LanguageCheck.name(property.getProperty());
        String type = LanguageCheck.typeNamed(property.getObjectExpression(), scope);
        if (type != null) {
            return Words.constant(type, name);
        }
        Object self = evaluate(property.getObjectExpression(), scope);
        at(property);
        if (self instanceof Map<?, ?> map) {
            return map.get(name);
        }
        if (self == null) {
            if (property.isSafe()) {
                return null;
            }
            throw fault("script-null", property.getObjectExpression().getText(), name);
        }
        Object part = part(self, name);
        if (part == null) {
            throw fault("script-forbidden-property", Values.kind(self) + "." + name);
        }
        return part;
    }

    /** Properties of values that are no maps: read through the word {@code getName}, or a part of a map's entry. */
    private @Nullable Object part(Object self, String name) {
        if (self instanceof Map.Entry<?, ?> entry) {
            return name.equals("key") ? entry.getKey() : name.equals("value") ? entry.getValue() : null;
        }
        boolean dated = self instanceof LocalDate
                || self instanceof OffsetDateTime
                || self instanceof Period
                || self instanceof DayOfWeek;
        if (!dated || name.isEmpty()) {
            return null;
        }
        Word word = Words.ofValue(self, "get" + Character.toUpperCase(name.charAt(0)) + name.substring(1), 0);
        return word == null ? null : word.apply(this, self, List.of());
    }

    private @Nullable Object call(MethodCallExpression call, Scope scope) {
        String method = LanguageCheck.name(call.getMethod());
        String type = LanguageCheck.typeNamed(call.getObjectExpression(), scope);
        if (type != null) {
            return typeCall(call, type, method, call.getArguments(), scope);
        }
        Object self = evaluate(call.getObjectExpression(), scope);
        if (self == null) {
            if (call.isSafe()) {
                return null;
            }
            at(call);
            throw fault("script-null", call.getObjectExpression().getText(), method + "()");
        }
        List<@Nullable Object> args = arguments(call.getArguments(), scope);
        at(call);
        if (self instanceof Map.Entry<?, ?> entry && args.isEmpty() && method.equals("getKey")) {
            return entry.getKey();
        }
        if (self instanceof Map.Entry<?, ?> entry && args.isEmpty() && method.equals("getValue")) {
            return entry.getValue();
        }
        Word word = Words.ofValue(self, method, args.size());
        if (word == null) {
            throw fault("script-forbidden-method", Values.kind(self) + "." + method);
        }
        return made(word.apply(this, self, args));
    }

    private @Nullable Object typeCall(Expression call, String type, String method, Expression arguments, Scope scope) {
        List<@Nullable Object> args = arguments(arguments, scope);
        at(call);
        Word word = Words.ofType(type, method, args.size());
        if (word == null) {
            throw fault("script-forbidden-method", type + "." + method);
        }
        return made(word.apply(this, type, args));
    }

    private @Nullable Object made(@Nullable Object value) {
        return value instanceof String text ? madeText(text) : value;
    }

    private List<@Nullable Object> arguments(Expression arguments, Scope scope) {
        var args = new ArrayList<@Nullable Object>();
        for (Expression argument : ((TupleExpression) arguments).getExpressions()) {
            args.add(
                    argument instanceof ClosureExpression closure
                            ? new Closure(closure, scope)
                            : evaluate(argument, scope));
        }
        return args;
    }

    // ---- types -----------------------------------------------------------------------------------------------------

    private @Nullable Object declared(ClassNode type, boolean dynamic, @Nullable Object value) {
        return dynamic || value == null ? value : converted(type, value);
    }

    private @Nullable Object converted(ClassNode type, @Nullable Object value) {
        String name = LanguageCheck.simpleName(type.getName());
        if (value == null) {
            if (isPrimitive(type)) {
                throw new ClassCastException(name + ": null");
            }
            return null;
        }
        return switch (name) {
            case "int", "Integer" ->
                value instanceof String text ? (Object) Integer.valueOf(text.trim()) : Numbers.toInt(number(value));
            case "long", "Long" ->
                value instanceof String text ? (Object) Long.valueOf(text.trim()) : Numbers.toLong(number(value));
            case "BigDecimal" -> value instanceof String text ? Numbers.parse(text) : Values.decimal(number(value));
            case "BigInteger" ->
                value instanceof BigInteger
                        ? value
                        : Values.decimal(number(value)).toBigInteger();
            case "boolean", "Boolean" -> Values.truth(value);
            case "String" -> madeText(text(value));
            case "Number" -> number(value);
            case "LocalDate" -> instance(value instanceof LocalDate, name, value);
            case "OffsetDateTime" -> instance(value instanceof OffsetDateTime, name, value);
            case "Period" -> instance(value instanceof Period, name, value);
            case "List" -> instance(value instanceof List, name, value);
            case "Map" -> instance(value instanceof Map, name, value);
            case "Object" -> value;
            default -> throw new ClassCastException(name);
        };
    }

    private static Object instance(boolean is, String type, Object value) {
        if (!is) {
            throw new ClassCastException(type + ": " + Values.kind(value));
        }
        return value;
    }

    private static boolean isPrimitive(ClassNode type) {
        return Character.isLowerCase(type.getName().charAt(0))
                && !type.getName().contains(".");
    }

    private static Object zero(ClassNode type) {
        return switch (type.getName()) {
            case "int" -> 0;
            case "long" -> 0L;
            default -> false;
        };
    }

    private static Number number(@Nullable Object value) {
        if (value instanceof Number number) {
            return number;
        }
        throw new ClassCastException("Number: " + Values.kind(value));
    }

    /** A closure together with the variables it sees. */
    private final class Closure implements Word.Block {

        private final ClosureExpression code;
        private final Scope outer;
        private final List<Parameter> parameters;

        Closure(ClosureExpression code, Scope outer) {
            this.code = code;
            this.outer = outer;
            this.parameters = code.getParameters() == null ? List.of() : Arrays.asList(code.getParameters());
        }

        @Override
        public int parameters() {
            return Math.max(1, parameters.size());
        }

        @Override
        public @Nullable Object call(@Nullable Object... args) {
            at(code);
            var scope = new Scope(outer);
            if (parameters.isEmpty()) {
                scope.declare("it", args[0]);
            }
            for (int i = 0; i < parameters.size(); i++) {
                if (i >= args.length) {
                    throw fault("script-wrong-value", parameters.get(i).getName());
                }
                Parameter parameter = parameters.get(i);
                scope.declare(parameter.getName(), declared(parameter.getType(), parameter.isDynamicTyped(), args[i]));
            }
            Object outside = last;
            last = null;
            execute(((BlockStatement) code.getCode()).getStatements(), scope);
            Object result = last;
            last = outside;
            return result;
        }
    }
}
