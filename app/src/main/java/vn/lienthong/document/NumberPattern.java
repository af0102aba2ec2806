package vn.lienthong.document;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How numbers of one kind look and when they start again at 1.
 *
 * @param text may write {@code {identifier}} and {@code {abbr}} of the agency, {@code {n:4}} (the running number with at
 *     least so many digits) and a date as {@code {yyMMdd}} or {@code {yyyy}}
 */
record NumberPattern(String text, Restart restart) {

    /** When a sequence starts again at 1. */
    enum Restart {
        DAILY,
        YEARLY,
        NEVER
    }

    /** Numbers an agency uses unless it has a pattern of its own in {@code document.number_pattern}. */
    private static final Map<String, NumberPattern> USUAL = Map.of(
            "dossier", new NumberPattern("{identifier}-{yyMMdd}-{n:4}", Restart.DAILY),
            // What is handed over to an agency with a system of its own, which gives a number of its own too.
            "handover", new NumberPattern("{identifier}-{yyMMdd}-LT{n:4}", Restart.DAILY),
            "result", new NumberPattern("KQ.{identifier}.{n:6}", Restart.NEVER),
            "extract", new NumberPattern("{n:2}/TLKT", Restart.YEARLY),
            "decision", new NumberPattern("{n:2}/QĐ-{abbr}", Restart.YEARLY),
            "notice", new NumberPattern("{n:2}/TB-{abbr}", Restart.YEARLY),
            "certificate", new NumberPattern("{n:2}/GXN-{abbr}", Restart.YEARLY),
            "letter", new NumberPattern("{n:2}/{abbr}", Restart.YEARLY));

    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)(?::(\\d))?}");
    private static final Pattern DATE = Pattern.compile("[yMd]+");

    /** Registers of civil status and the like: {@code 45/2026}. */
    private static final NumberPattern REGISTER = new NumberPattern("{n:2}/{yyyy}", Restart.YEARLY);

    static NumberPattern usual(String kind) {
        if (kind.endsWith("-register")) {
            return REGISTER;
        }
        NumberPattern pattern = USUAL.get(kind);
        if (pattern == null) {
            throw new IllegalArgumentException("nobody says how numbers of kind " + kind + " look");
        }
        return pattern;
    }

    /** Names the sequence within kind and scope that a number of this day belongs to. */
    String period(LocalDate day) {
        return switch (restart) {
            case DAILY -> day.toString();
            case YEARLY -> String.valueOf(day.getYear());
            case NEVER -> "";
        };
    }

    /**
     * A day by which numbers of a period can be written again; empty when they tell more of the day they were given out on
     * than the period does, and when the period is one of another pattern.
     */
    Optional<LocalDate> day(String period) {
        try {
            LocalDate day = switch (restart) {
                case DAILY -> LocalDate.parse(period);
                case YEARLY -> Year.parse(period).atDay(1);
                case NEVER -> LocalDate.EPOCH;
            };
            LocalDate another = day.plusDays(
                    switch (restart) {
                        case DAILY -> 0;
                        case YEARLY -> 40;
                        case NEVER -> 400;
                    });
            Function<String, @Nullable String> dates =
                    name -> DATE.matcher(name).matches() ? null : name;
            return Optional.of(day).filter(one -> write(1, one, dates).equals(write(1, another, dates)));
        } catch (DateTimeException ofAnotherPattern) {
            return Optional.empty();
        }
    }

    /** @param words what else the text may name, or null for a name they do not know */
    String write(long number, LocalDate day, Function<String, @Nullable String> words) {
        Matcher places = PLACE.matcher(text);
        var written = new StringBuilder();
        while (places.find()) {
            String value = value(places.group(1), places.group(2), number, day, words);
            places.appendReplacement(written, Matcher.quoteReplacement(value));
        }
        return places.appendTail(written).toString();
    }

    private String value(
            String name,
            @Nullable String digits,
            long number,
            LocalDate day,
            Function<String, @Nullable String> words) {
        if (name.equals("n")) {
            return String.format("%0" + (digits == null ? "1" : digits) + "d", number);
        }
        String word = words.apply(name);
        if (word != null) {
            return word;
        }
        if (DATE.matcher(name).matches()) {
            return DateTimeFormatter.ofPattern(name).format(day);
        }
        throw new IllegalArgumentException("number pattern " + text + " names {" + name + "}, which nobody knows");
    }
}
