package vn.lienthong.procedure.script;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The whole vocabulary of the language. What is not in these tables does not exist for a script; nothing here changes a
 * value, reads a file, knows a class or takes longer than its arguments are large.
 */
final class Words {

    /** Types a script may name, with the full names under which it may import them. */
    static final Map<String, String> TYPES = Stream.of(
                    "java.lang.Object",
                    "java.lang.Boolean",
                    "java.lang.String",
                    "java.lang.Integer",
                    "java.lang.Long",
                    "java.lang.Number",
                    "java.lang.Math",
                    "java.math.BigDecimal",
                    "java.math.BigInteger",
                    "java.math.RoundingMode",
                    "java.time.LocalDate",
                    "java.time.OffsetDateTime",
                    "java.time.Period",
                    "java.time.DayOfWeek",
                    "java.time.temporal.ChronoUnit",
                    "java.util.List",
                    "java.util.Map")
            .collect(Collectors.toUnmodifiableMap(name -> name.substring(name.lastIndexOf('.') + 1), name -> name));

    private static final Set<String> PRIMITIVES = Set.of("int", "long", "boolean");

    private static final Map<Class<?>, Map<String, Entry>> OF_VALUES = new LinkedHashMap<>();
    private static final Map<String, Map<String, Entry>> OF_TYPES = new HashMap<>();
    private static final Map<String, Object> CONSTANTS = new HashMap<>();

    private record Entry(int least, int most, Word word) {}

    private Words() {}

    static boolean isType(String name) {
        return TYPES.containsKey(name) || PRIMITIVES.contains(name) || TYPES.containsValue(name);
    }

    /** Whether any value answers to this name; the cheap check before anything runs. */
    static boolean isMethod(String name) {
        return OF_VALUES.values().stream().anyMatch(words -> words.containsKey(name));
    }

    static boolean isTypeMethod(String type, String name) {
        return OF_TYPES.getOrDefault(type, Map.of()).containsKey(name);
    }

    static @Nullable Object constant(String type, String name) {
        return CONSTANTS.get(type + "." + name);
    }

    static @Nullable Word ofValue(Object self, String name, int args) {
        for (var kind : OF_VALUES.entrySet()) {
            if (kind.getKey().isInstance(self)) {
                return fitting(kind.getValue().get(name), args);
            }
        }
        return null;
    }

    static @Nullable Word ofType(String type, String name, int args) {
        return fitting(OF_TYPES.getOrDefault(type, Map.of()).get(name), args);
    }

    private static @Nullable Word fitting(@Nullable Entry entry, int args) {
        return entry != null && args >= entry.least && args <= entry.most ? entry.word : null;
    }

    private static void value(Class<?> kind, String name, int least, int most, Word word) {
        OF_VALUES.computeIfAbsent(kind, k -> new HashMap<>()).put(name, new Entry(least, most, word));
    }

    private static void value(Class<?> kind, String name, int args, Word word) {
        value(kind, name, args, args, word);
    }

    private static void type(String type, String name, int args, Word word) {
        OF_TYPES.computeIfAbsent(type, t -> new HashMap<>()).put(name, new Entry(args, args, word));
    }

    static {
        texts();
        numbers();
        dates();
        lists();
        maps();
        types();
        value(Boolean.class, "toString", 0, (run, self, args) -> self.toString());
    }

    private static void texts() {
        value(String.class, "length", 0, (run, self, args) -> text(self).length());
        value(String.class, "size", 0, (run, self, args) -> text(self).length());
        value(String.class, "isEmpty", 0, (run, self, args) -> text(self).isEmpty());
        value(String.class, "isBlank", 0, (run, self, args) -> text(self).isBlank());
        value(String.class, "trim", 0, (run, self, args) -> text(self).trim());
        value(String.class, "toUpperCase", 0, (run, self, args) -> text(self).toUpperCase(Locale.ROOT));
        value(String.class, "toLowerCase", 0, (run, self, args) -> text(self).toLowerCase(Locale.ROOT));
        value(String.class, "contains", 1, (run, self, args) -> text(self).contains(text(args.get(0))));
        value(String.class, "startsWith", 1, (run, self, args) -> text(self).startsWith(text(args.get(0))));
        value(String.class, "endsWith", 1, (run, self, args) -> text(self).endsWith(text(args.get(0))));
        value(String.class, "indexOf", 1, (run, self, args) -> text(self).indexOf(text(args.get(0))));
        value(String.class, "replace", 2, (run, self, args) -> {
            run.spend(text(self).length() / 10);
            long longest = (long) (text(self).length() + 1) * (text(args.get(1)).length() + 1);
            run.refuseLongText(longest);
            return text(self).replace(text(args.get(0)), text(args.get(1)));
        });
        value(
                String.class,
                "equalsIgnoreCase",
                1,
                (run, self, args) -> text(self).equalsIgnoreCase(text(args.get(0))));
        value(String.class, "equals", 1, (run, self, args) -> self.equals(args.get(0)));
        value(String.class, "compareTo", 1, (run, self, args) -> text(self).compareTo(text(args.get(0))));
        value(
                String.class,
                "substring",
                1,
                2,
                (run, self, args) -> args.size() == 1
                        ? text(self).substring(whole(args.get(0)))
                        : text(self).substring(whole(args.get(0)), whole(args.get(1))));
        value(
                String.class,
                "take",
                1,
                (run, self, args) -> text(self)
                        .substring(
                                0,
                                Math.max(
                                        0,
                                        Math.min(whole(args.get(0)), text(self).length()))));
        value(
                String.class,
                "drop",
                1,
                (run, self, args) -> text(self)
                        .substring(Math.max(
                                0, Math.min(whole(args.get(0)), text(self).length()))));
        value(String.class, "padLeft", 1, 2, (run, self, args) -> padding(run, self, args) + self);
        value(String.class, "padRight", 1, 2, (run, self, args) -> self + padding(run, self, args));
        value(
                String.class,
                "isInteger",
                0,
                (run, self, args) -> text(self).trim().matches("[+-]?\\d{1,9}"));
        value(
                String.class,
                "toInteger",
                0,
                (run, self, args) -> Integer.valueOf(text(self).trim()));
        value(
                String.class,
                "toLong",
                0,
                (run, self, args) -> Long.valueOf(text(self).trim()));
        value(String.class, "toBigDecimal", 0, (run, self, args) -> Numbers.parse(text(self)));
        value(String.class, "toString", 0, (run, self, args) -> self);
    }

    private static String padding(Evaluation run, Object self, List<@Nullable Object> args) {
        int missing = whole(args.get(0)) - text(self).length();
        run.refuseLongText(missing);
        String pad = args.size() == 2 ? text(args.get(1)) : " ";
        if (pad.length() != 1) {
            throw new IllegalArgumentException("pad");
        }
        return missing <= 0 ? "" : pad.repeat(missing);
    }

    private static void numbers() {
        value(Number.class, "toInteger", 0, (run, self, args) -> Numbers.toInt(number(self)));
        value(Number.class, "intValue", 0, (run, self, args) -> Numbers.toInt(number(self)));
        value(Number.class, "toLong", 0, (run, self, args) -> Numbers.toLong(number(self)));
        value(Number.class, "longValue", 0, (run, self, args) -> Numbers.toLong(number(self)));
        value(Number.class, "toBigDecimal", 0, (run, self, args) -> Values.decimal(number(self)));
        value(Number.class, "toString", 0, (run, self, args) -> self.toString());
        value(
                Number.class,
                "toPlainString",
                0,
                (run, self, args) -> Values.decimal(number(self)).toPlainString());
        value(Number.class, "abs", 0, (run, self, args) -> Numbers.abs(number(self)));
        value(Number.class, "negate", 0, (run, self, args) -> Numbers.negate(number(self)));
        value(
                Number.class,
                "signum",
                0,
                (run, self, args) -> Values.decimal(number(self)).signum());
        value(
                Number.class,
                "scale",
                0,
                (run, self, args) -> Values.decimal(number(self)).scale());
        value(Number.class, "plus", 1, (run, self, args) -> Numbers.add(number(self), number(args.get(0))));
        value(Number.class, "add", 1, (run, self, args) -> Numbers.add(number(self), number(args.get(0))));
        value(Number.class, "minus", 1, (run, self, args) -> Numbers.subtract(number(self), number(args.get(0))));
        value(Number.class, "subtract", 1, (run, self, args) -> Numbers.subtract(number(self), number(args.get(0))));
        value(Number.class, "multiply", 1, (run, self, args) -> Numbers.multiply(number(self), number(args.get(0))));
        value(Number.class, "intdiv", 1, (run, self, args) -> Numbers.integerDivide(number(self), number(args.get(0))));
        value(Number.class, "mod", 1, (run, self, args) -> Numbers.modulo(number(self), number(args.get(0))));
        value(Number.class, "remainder", 1, (run, self, args) -> Numbers.remainder(number(self), number(args.get(0))));
        value(
                Number.class,
                "divide",
                1,
                3,
                (run, self, args) -> args.size() == 1
                        ? Numbers.divide(number(self), number(args.get(0)))
                        : Numbers.bounded(Values.decimal(number(self))
                                .divide(
                                        Values.decimal(number(args.get(0))),
                                        Numbers.scale(whole(args.get(1))),
                                        args.size() == 3 ? rounding(args.get(2)) : RoundingMode.UNNECESSARY)));
        value(
                Number.class,
                "setScale",
                1,
                2,
                (run, self, args) -> Numbers.bounded(Values.decimal(number(self))
                        .setScale(
                                Numbers.scale(whole(args.get(0))),
                                args.size() == 2 ? rounding(args.get(1)) : RoundingMode.UNNECESSARY)));
        value(
                Number.class,
                "stripTrailingZeros",
                0,
                (run, self, args) -> Values.decimal(number(self)).stripTrailingZeros());
        value(Number.class, "max", 1, (run, self, args) -> Values.compare(self, args.get(0)) >= 0 ? self : args.get(0));
        value(Number.class, "min", 1, (run, self, args) -> Values.compare(self, args.get(0)) <= 0 ? self : args.get(0));
        value(Number.class, "compareTo", 1, (run, self, args) -> Values.compare(self, number(args.get(0))));
        value(Number.class, "equals", 1, (run, self, args) -> self.equals(args.get(0)));
    }

    private static void dates() {
        value(LocalDate.class, "plusDays", 1, (run, self, args) -> date(self).plusDays(whole(args.get(0))));
        value(LocalDate.class, "plusWeeks", 1, (run, self, args) -> date(self).plusWeeks(whole(args.get(0))));
        value(LocalDate.class, "plusMonths", 1, (run, self, args) -> date(self).plusMonths(whole(args.get(0))));
        value(LocalDate.class, "plusYears", 1, (run, self, args) -> date(self).plusYears(whole(args.get(0))));
        value(LocalDate.class, "minusDays", 1, (run, self, args) -> date(self).minusDays(whole(args.get(0))));
        value(LocalDate.class, "minusWeeks", 1, (run, self, args) -> date(self).minusWeeks(whole(args.get(0))));
        value(LocalDate.class, "minusMonths", 1, (run, self, args) -> date(self).minusMonths(whole(args.get(0))));
        value(LocalDate.class, "minusYears", 1, (run, self, args) -> date(self).minusYears(whole(args.get(0))));
        value(
                LocalDate.class,
                "plus",
                1,
                2,
                (run, self, args) -> args.size() == 1
                        ? date(self).plus(period(args.get(0)))
                        : date(self).plus(whole(args.get(0)), unit(args.get(1))));
        value(
                LocalDate.class,
                "minus",
                1,
                2,
                (run, self, args) -> args.size() == 1
                        ? date(self).minus(period(args.get(0)))
                        : date(self).minus(whole(args.get(0)), unit(args.get(1))));
        value(
                LocalDate.class,
                "withDayOfMonth",
                1,
                (run, self, args) -> date(self).withDayOfMonth(whole(args.get(0))));
        value(LocalDate.class, "isBefore", 1, (run, self, args) -> date(self).isBefore(date(args.get(0))));
        value(LocalDate.class, "isAfter", 1, (run, self, args) -> date(self).isAfter(date(args.get(0))));
        value(LocalDate.class, "isEqual", 1, (run, self, args) -> date(self).isEqual(date(args.get(0))));
        value(LocalDate.class, "equals", 1, (run, self, args) -> self.equals(args.get(0)));
        value(LocalDate.class, "isLeapYear", 0, (run, self, args) -> date(self).isLeapYear());
        value(LocalDate.class, "getYear", 0, (run, self, args) -> date(self).getYear());
        value(
                LocalDate.class,
                "getMonthValue",
                0,
                (run, self, args) -> date(self).getMonthValue());
        value(
                LocalDate.class,
                "getDayOfMonth",
                0,
                (run, self, args) -> date(self).getDayOfMonth());
        value(
                LocalDate.class,
                "getDayOfYear",
                0,
                (run, self, args) -> date(self).getDayOfYear());
        value(
                LocalDate.class,
                "getDayOfWeek",
                0,
                (run, self, args) -> date(self).getDayOfWeek());
        value(
                LocalDate.class,
                "lengthOfMonth",
                0,
                (run, self, args) -> date(self).lengthOfMonth());
        value(
                LocalDate.class,
                "until",
                1,
                2,
                (run, self, args) -> args.size() == 1
                        ? date(self).until(date(args.get(0)))
                        : date(self).until(date(args.get(0)), unit(args.get(1))));
        value(LocalDate.class, "compareTo", 1, (run, self, args) -> date(self).compareTo(date(args.get(0))));
        value(LocalDate.class, "toString", 0, (run, self, args) -> self.toString());

        value(
                OffsetDateTime.class,
                "toLocalDate",
                0,
                (run, self, args) -> moment(self).toLocalDate());
        value(
                OffsetDateTime.class,
                "isBefore",
                1,
                (run, self, args) -> moment(self).isBefore(moment(args.get(0))));
        value(
                OffsetDateTime.class,
                "isAfter",
                1,
                (run, self, args) -> moment(self).isAfter(moment(args.get(0))));
        value(
                OffsetDateTime.class,
                "getHour",
                0,
                (run, self, args) -> moment(self).getHour());
        value(
                OffsetDateTime.class,
                "getMinute",
                0,
                (run, self, args) -> moment(self).getMinute());
        value(OffsetDateTime.class, "toString", 0, (run, self, args) -> self.toString());

        value(Period.class, "getYears", 0, (run, self, args) -> period(self).getYears());
        value(Period.class, "getMonths", 0, (run, self, args) -> period(self).getMonths());
        value(Period.class, "getDays", 0, (run, self, args) -> period(self).getDays());
        value(
                Period.class,
                "toTotalMonths",
                0,
                (run, self, args) -> period(self).toTotalMonths());
        value(Period.class, "isNegative", 0, (run, self, args) -> period(self).isNegative());
        value(Period.class, "isZero", 0, (run, self, args) -> period(self).isZero());
        value(Period.class, "toString", 0, (run, self, args) -> self.toString());

        value(
                ChronoUnit.class,
                "between",
                2,
                (run, self, args) -> args.get(0) instanceof OffsetDateTime from
                        ? unit(self).between(from, moment(args.get(1)))
                        : unit(self).between(date(args.get(0)), date(args.get(1))));
        value(DayOfWeek.class, "getValue", 0, (run, self, args) -> ((DayOfWeek) self).getValue());
        value(DayOfWeek.class, "toString", 0, (run, self, args) -> self.toString());
    }

    private static void lists() {
        value(List.class, "size", 0, (run, self, args) -> list(self).size());
        value(List.class, "isEmpty", 0, (run, self, args) -> list(self).isEmpty());
        value(List.class, "first", 0, (run, self, args) -> list(self).get(0));
        value(
                List.class,
                "last",
                0,
                (run, self, args) -> list(self).get(list(self).size() - 1));
        value(List.class, "get", 1, (run, self, args) -> list(self).get(whole(args.get(0))));
        value(List.class, "contains", 1, (run, self, args) -> contains(run, list(self), args.get(0)));
        value(
                List.class,
                "containsAll",
                1,
                (run, self, args) ->
                        list(args.get(0)).stream().allMatch(element -> contains(run, list(self), element)));
        value(List.class, "indexOf", 1, (run, self, args) -> {
            run.spend(list(self).size());
            for (int i = 0; i < list(self).size(); i++) {
                if (Values.equal(list(self).get(i), args.get(0))) {
                    return i;
                }
            }
            return -1;
        });
        value(
                List.class,
                "take",
                1,
                (run, self, args) -> run.list(list(self)
                        .subList(
                                0,
                                Math.max(
                                        0,
                                        Math.min(whole(args.get(0)), list(self).size())))));
        value(
                List.class,
                "drop",
                1,
                (run, self, args) -> run.list(list(self)
                        .subList(
                                Math.max(
                                        0,
                                        Math.min(whole(args.get(0)), list(self).size())),
                                list(self).size())));
        value(List.class, "plus", 1, (run, self, args) -> run.joined(list(self), args.get(0)));
        value(List.class, "reverse", 0, (run, self, args) -> {
            var copy = new ArrayList<>(list(self));
            Collections.reverse(copy);
            return run.list(copy);
        });
        value(List.class, "unique", 0, (run, self, args) -> {
            var kept = new ArrayList<@Nullable Object>();
            for (Object element : list(self)) {
                if (!contains(run, kept, element)) {
                    kept.add(element);
                }
            }
            return run.list(kept);
        });
        value(List.class, "join", 1, (run, self, args) -> {
            var text = new StringBuilder();
            for (Object element : list(self)) {
                text.append(text.isEmpty() ? "" : text(args.get(0)));
                text.append(run.text(element));
                run.refuseLongText(text.length());
            }
            return run.madeText(text.toString());
        });
        value(List.class, "sum", 0, 1, (run, self, args) -> {
            Object sum = null;
            for (Object element : list(self)) {
                Object part = args.isEmpty() ? element : block(args.get(0)).call(element);
                sum = sum == null ? part : run.plus(sum, part);
            }
            return sum;
        });
        value(List.class, "min", 0, 1, (run, self, args) -> extreme(run, list(self), args, -1));
        value(List.class, "max", 0, 1, (run, self, args) -> extreme(run, list(self), args, 1));
        value(List.class, "sort", 0, 1, (run, self, args) -> {
            var copy = new ArrayList<>(list(self));
            copy.sort(order(run, args));
            return run.list(copy);
        });
        value(List.class, "collect", 1, (run, self, args) -> {
            var made = new ArrayList<@Nullable Object>();
            for (Object element : list(self)) {
                made.add(block(args.get(0)).call(element));
                run.refuseManyElements(made.size());
            }
            return run.list(made);
        });
        value(List.class, "collectEntries", 1, (run, self, args) -> {
            var made = new LinkedHashMap<@Nullable Object, @Nullable Object>();
            for (Object element : list(self)) {
                Object entry = block(args.get(0)).call(element);
                if (entry instanceof Map<?, ?> several) {
                    made.putAll(several);
                } else {
                    made.put(list(entry).get(0), list(entry).get(1));
                }
            }
            return run.map(made);
        });
        value(List.class, "find", 1, (run, self, args) -> {
            for (Object element : list(self)) {
                if (Values.truth(block(args.get(0)).call(element))) {
                    return element;
                }
            }
            return null;
        });
        value(List.class, "findAll", 1, (run, self, args) -> {
            var kept = new ArrayList<@Nullable Object>();
            for (Object element : list(self)) {
                if (Values.truth(block(args.get(0)).call(element))) {
                    kept.add(element);
                }
            }
            return run.list(kept);
        });
        value(
                List.class,
                "any",
                1,
                (run, self, args) -> list(self).stream()
                        .anyMatch(element -> Values.truth(block(args.get(0)).call(element))));
        value(
                List.class,
                "every",
                1,
                (run, self, args) -> list(self).stream()
                        .allMatch(element -> Values.truth(block(args.get(0)).call(element))));
        value(List.class, "count", 1, (run, self, args) -> (int) list(self).stream()
                .filter(element -> args.get(0) instanceof Word.Block block
                        ? Values.truth(block.call(element))
                        : Values.equal(element, args.get(0)))
                .count());
        value(List.class, "each", 1, (run, self, args) -> {
            for (Object element : list(self)) {
                block(args.get(0)).call(element);
            }
            return self;
        });
        value(List.class, "inject", 2, (run, self, args) -> {
            Object result = args.get(0);
            for (Object element : list(self)) {
                result = block(args.get(1)).call(result, element);
            }
            return result;
        });
    }

    private static void maps() {
        value(Map.class, "size", 0, (run, self, args) -> map(self).size());
        value(Map.class, "isEmpty", 0, (run, self, args) -> map(self).isEmpty());
        value(Map.class, "containsKey", 1, (run, self, args) -> map(self).containsKey(args.get(0)));
        value(Map.class, "get", 1, (run, self, args) -> map(self).get(args.get(0)));
        value(
                Map.class,
                "getOrDefault",
                2,
                (run, self, args) ->
                        map(self).containsKey(args.get(0)) ? map(self).get(args.get(0)) : args.get(1));
        value(
                Map.class,
                "keySet",
                0,
                (run, self, args) -> run.list(new ArrayList<>(map(self).keySet())));
        value(
                Map.class,
                "values",
                0,
                (run, self, args) -> run.list(new ArrayList<>(map(self).values())));
        value(Map.class, "plus", 1, (run, self, args) -> run.joined(map(self), map(args.get(0))));
        value(
                Map.class,
                "any",
                1,
                (run, self, args) ->
                        map(self).entrySet().stream().anyMatch(entry -> Values.truth(with(block(args.get(0)), entry))));
        value(
                Map.class,
                "every",
                1,
                (run, self, args) ->
                        map(self).entrySet().stream().allMatch(entry -> Values.truth(with(block(args.get(0)), entry))));
        value(Map.class, "collect", 1, (run, self, args) -> {
            var made = new ArrayList<@Nullable Object>();
            for (var entry : map(self).entrySet()) {
                made.add(with(block(args.get(0)), entry));
                run.refuseManyElements(made.size());
            }
            return run.list(made);
        });
        value(Map.class, "each", 1, (run, self, args) -> {
            map(self).entrySet().forEach(entry -> with(block(args.get(0)), entry));
            return self;
        });
        value(Map.class, "findAll", 1, (run, self, args) -> {
            var kept = new LinkedHashMap<@Nullable Object, @Nullable Object>();
            for (var entry : map(self).entrySet()) {
                if (Values.truth(with(block(args.get(0)), entry))) {
                    kept.put(entry.getKey(), entry.getValue());
                }
            }
            return run.map(kept);
        });
    }

    private static void types() {
        type(
                "LocalDate",
                "of",
                3,
                (run, self, args) -> LocalDate.of(whole(args.get(0)), whole(args.get(1)), whole(args.get(2))));
        type("LocalDate", "parse", 1, (run, self, args) -> LocalDate.parse(text(args.get(0))));
        type("OffsetDateTime", "parse", 1, (run, self, args) -> OffsetDateTime.parse(text(args.get(0))));
        type("Period", "between", 2, (run, self, args) -> Period.between(date(args.get(0)), date(args.get(1))));
        type("Period", "ofDays", 1, (run, self, args) -> Period.ofDays(whole(args.get(0))));
        type("Period", "ofWeeks", 1, (run, self, args) -> Period.ofWeeks(whole(args.get(0))));
        type("Period", "ofMonths", 1, (run, self, args) -> Period.ofMonths(whole(args.get(0))));
        type("Period", "ofYears", 1, (run, self, args) -> Period.ofYears(whole(args.get(0))));
        type("Math", "abs", 1, (run, self, args) -> Numbers.abs(number(args.get(0))));
        type(
                "Math",
                "max",
                2,
                (run, self, args) ->
                        Values.compare(number(args.get(0)), number(args.get(1))) >= 0 ? args.get(0) : args.get(1));
        type(
                "Math",
                "min",
                2,
                (run, self, args) ->
                        Values.compare(number(args.get(0)), number(args.get(1))) <= 0 ? args.get(0) : args.get(1));
        type(
                "Math",
                "ceil",
                1,
                (run, self, args) -> Values.decimal(number(args.get(0))).setScale(0, RoundingMode.CEILING));
        type(
                "Math",
                "floor",
                1,
                (run, self, args) -> Values.decimal(number(args.get(0))).setScale(0, RoundingMode.FLOOR));
        type(
                "Math",
                "round",
                1,
                (run, self, args) -> Numbers.toLong(Values.decimal(number(args.get(0)))
                        .add(new BigDecimal("0.5"))
                        .setScale(0, RoundingMode.FLOOR)));
        type("BigDecimal", "valueOf", 1, (run, self, args) -> Values.decimal(number(args.get(0))));
        type(
                "BigDecimal",
                "new",
                1,
                (run, self, args) ->
                        args.get(0) instanceof String text ? Numbers.parse(text) : Values.decimal(number(args.get(0))));
        type("Integer", "parseInt", 1, (run, self, args) -> Integer.valueOf(text(args.get(0))));
        type(
                "Integer",
                "valueOf",
                1,
                (run, self, args) -> args.get(0) instanceof String text
                        ? Integer.valueOf(text)
                        : Numbers.toInt(number(args.get(0))));
        type("Long", "parseLong", 1, (run, self, args) -> Long.valueOf(text(args.get(0))));
        type(
                "Long",
                "valueOf",
                1,
                (run, self, args) ->
                        args.get(0) instanceof String text ? Long.valueOf(text) : Numbers.toLong(number(args.get(0))));
        type("String", "valueOf", 1, (run, self, args) -> run.madeText(run.text(args.get(0))));

        CONSTANTS.put("BigDecimal.ZERO", BigDecimal.ZERO);
        CONSTANTS.put("BigDecimal.ONE", BigDecimal.ONE);
        CONSTANTS.put("BigDecimal.TEN", BigDecimal.TEN);
        CONSTANTS.put("BigInteger.ZERO", BigInteger.ZERO);
        CONSTANTS.put("BigInteger.ONE", BigInteger.ONE);
        CONSTANTS.put("BigInteger.TEN", BigInteger.TEN);
        Arrays.stream(RoundingMode.values()).forEach(mode -> CONSTANTS.put("RoundingMode." + mode.name(), mode));
        Arrays.stream(DayOfWeek.values()).forEach(day -> CONSTANTS.put("DayOfWeek." + day.name(), day));
        for (var unit : List.of(ChronoUnit.DAYS, ChronoUnit.WEEKS, ChronoUnit.MONTHS, ChronoUnit.YEARS)) {
            CONSTANTS.put("ChronoUnit." + unit.name(), unit);
        }
    }

    private static boolean contains(Evaluation run, List<?> list, @Nullable Object wanted) {
        run.spend(list.size());
        return list.stream().anyMatch(element -> Values.equal(element, wanted));
    }

    private static @Nullable Object extreme(
            Evaluation run, List<? extends @Nullable Object> list, List<@Nullable Object> args, int sign) {
        var order = order(run, args);
        Object best = null;
        for (Object element : list) {
            best = best == null || sign * order.compare(element, best) > 0 ? element : best;
        }
        return best;
    }

    private static Comparator<@Nullable Object> order(Evaluation run, List<@Nullable Object> args) {
        if (args.isEmpty()) {
            return (a, b) -> {
                run.spend(1);
                return Values.compare(a, b);
            };
        }
        Word.Block block = block(args.get(0));
        return block.parameters() == 2
                ? (a, b) -> whole(block.call(a, b))
                : (a, b) -> Values.compare(block.call(a), block.call(b));
    }

    private static @Nullable Object with(Word.Block block, Map.Entry<?, ?> entry) {
        return block.parameters() == 2
                ? block.call(entry.getKey(), entry.getValue())
                : block.call(Evaluation.entry(entry.getKey(), entry.getValue()));
    }

    private static String text(@Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new ClassCastException("String: " + Values.kind(value));
    }

    private static Number number(@Nullable Object value) {
        if (value instanceof Number number) {
            return number;
        }
        throw new ClassCastException("Number: " + Values.kind(value));
    }

    private static int whole(@Nullable Object value) {
        return Numbers.toInt(number(value));
    }

    private static LocalDate date(@Nullable Object value) {
        if (value instanceof LocalDate date) {
            return date;
        }
        throw new ClassCastException("LocalDate: " + Values.kind(value));
    }

    private static OffsetDateTime moment(@Nullable Object value) {
        if (value instanceof OffsetDateTime moment) {
            return moment;
        }
        throw new ClassCastException("OffsetDateTime: " + Values.kind(value));
    }

    private static Period period(@Nullable Object value) {
        if (value instanceof Period period) {
            return period;
        }
        throw new ClassCastException("Period: " + Values.kind(value));
    }

    private static ChronoUnit unit(@Nullable Object value) {
        if (value instanceof ChronoUnit unit) {
            return unit;
        }
        throw new ClassCastException("ChronoUnit: " + Values.kind(value));
    }

    private static RoundingMode rounding(@Nullable Object value) {
        if (value instanceof RoundingMode mode) {
            return mode;
        }
        throw new ClassCastException("RoundingMode: " + Values.kind(value));
    }

    private static List<? extends @Nullable Object> list(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new ClassCastException("List: " + Values.kind(value));
    }

    private static Map<?, ? extends @Nullable Object> map(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new ClassCastException("Map: " + Values.kind(value));
    }

    private static Word.Block block(@Nullable Object value) {
        if (value instanceof Word.Block block) {
            return block;
        }
        throw new ClassCastException("{ }: " + Values.kind(value));
    }
}
