package vn.lienthong.document;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How numbers of one kind look and when they start again at 1.
 *
 * @param text may write {@code {scope}}, {@code {n:4}} (the running number with at least so many digits), a date as
 *     {@code {yyMMdd}} or {@code {yyyy}}, and any word handed in by name
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
            "dossier", new NumberPattern("{scope}-{yyMMdd}-{n:4}", Restart.DAILY),
            "result", new NumberPattern("KQ.{scope}.{n:6}", Restart.NEVER),
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

    String write(long number, String scope, LocalDate day, Map<String, String> words) {
        Matcher places = PLACE.matcher(text);
        var written = new StringBuilder();
        while (places.find()) {
            String name = places.group(1);
            String digits = places.group(2);
            places.appendReplacement(written, Matcher.quoteReplacement(value(name, digits, number, scope, day, words)));
        }
        return places.appendTail(written).toString();
    }

    private String value(
            String name, @Nullable String digits, long number, String scope, LocalDate day, Map<String, String> words) {
        if (name.equals("n")) {
            return String.format("%0" + (digits == null ? "1" : digits) + "d", number);
        }
        if (name.equals("scope")) {
            return scope;
        }
        String word = words.get(name);
        if (word != null) {
            return word;
        }
        if (DATE.matcher(name).matches()) {
            return DateTimeFormatter.ofPattern(name).format(day);
        }
        throw new IllegalArgumentException("number pattern " + text + " needs a word for {" + name + "}");
    }
}
