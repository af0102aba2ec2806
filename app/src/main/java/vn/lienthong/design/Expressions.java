package vn.lienthong.design;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which names an expression uses: of diagrams (JUEL), of forms and descriptions (FEEL), of scripts. Evaluates nothing. */
final class Expressions {

    private static final Pattern TEXTS = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*(?:\\.[A-Za-z_]\\w*)*");
    private static final Pattern CALL = Pattern.compile("([A-Za-z_][\\w.]*)\\s*\\(");
    private static final Pattern JUEL = Pattern.compile("\\$\\{[^{}]*}");
    private static final Pattern DOSSIER = Pattern.compile("\\bdossier((?:\\??\\.[A-Za-z_]\\w*)+)(\\s*\\()?");
    private static final Pattern KEY = Pattern.compile("\\b([A-Za-z_]\\w*)\\s*:");

    /** Characters; longer ones are not looked into, and {@link CodeRules} refuses them. */
    static final int LONGEST = 1_000;

    /** Methods that diagrams may call; grouping brackets are no calls. */
    private static final Set<String> CALLS = Set.of("legs.planned", "clock.in", "clock.applicantLimit");

    private static final Set<String> JUEL_WORDS = Set.of(
            "and", "or", "not", "empty", "eq", "ne", "lt", "gt", "le", "ge", "true", "false", "null", "div", "mod");

    private static final Set<String> FEEL_WORDS = Set.of(
            "if",
            "then",
            "else",
            "and",
            "or",
            "not",
            "null",
            "true",
            "false",
            "in",
            "for",
            "return",
            "some",
            "every",
            "satisfies",
            "between",
            "instance",
            "of",
            "function",
            "item",
            "this",
            "parent",
            "lists");

    /** Functions of several words; what is left of them would look like names. */
    private static final List<String> FEEL_FUNCTIONS = List.of(
            "list contains",
            "list replace",
            "string length",
            "string join",
            "upper case",
            "lower case",
            "starts with",
            "ends with",
            "substring before",
            "substring after",
            "date and time",
            "years and months duration",
            "day of week",
            "day of year",
            "week of year",
            "month of year",
            "insert before",
            "index of",
            "distinct values",
            "get value",
            "get entries",
            "get or else",
            "is defined",
            "is blank",
            "is empty");

    private Expressions() {}

    /**
     * An expression of a diagram.
     *
     * @param plain made of comparisons and the few calls that diagrams may make
     */
    record Juel(boolean plain, Set<String> names) {}

    static Juel juel(String text) {
        String stripped = text.strip();
        if (stripped.length() > LONGEST
                || !JUEL.matcher(TEXTS.matcher(stripped).replaceAll("''")).matches()) {
            return new Juel(false, Set.of());
        }
        String inner =
                TEXTS.matcher(stripped.substring(2, stripped.length() - 1)).replaceAll("''");
        boolean plain = JuelGrammar.accepts(inner);
        Matcher call = CALL.matcher(inner);
        while (call.find()) {
            plain &= CALLS.contains(call.group(1)) || JUEL_WORDS.contains(call.group(1));
        }
        return new Juel(plain, names(inner, JUEL_WORDS));
    }

    static Set<String> feel(String text) {
        String inner =
                TEXTS.matcher(text.startsWith("=") ? text.substring(1) : text).replaceAll("''");
        for (String function : FEEL_FUNCTIONS) {
            inner = inner.replaceAll("\\b" + function + "\\s*\\(", "(");
        }
        return names(inner.replaceAll("[A-Za-z_]\\w*\\s*\\(", "("), FEEL_WORDS);
    }

    private static Set<String> names(String text, Set<String> words) {
        var names = new LinkedHashSet<String>();
        Matcher name = NAME.matcher(text);
        while (name.find()) {
            if (!words.contains(name.group())) {
                names.add(name.group());
            }
        }
        return names;
    }

    /** Paths into the dossier's content that a script reads. */
    static Set<String> pathsRead(String script) {
        var paths = new LinkedHashSet<String>();
        Matcher path = DOSSIER.matcher(script);
        while (path.find()) {
            String names = path.group(1).replace("?.", ".").substring(1);
            boolean method = path.group(2) != null;
            String read =
                    method && names.contains(".") ? names.substring(0, names.lastIndexOf('.')) : method ? "" : names;
            if (!read.isEmpty()) {
                paths.add(read);
            }
        }
        return paths;
    }

    /** Names that a script may add to the content: the keys of its maps. */
    static Set<String> keysWritten(String script) {
        var keys = new LinkedHashSet<String>();
        Matcher key = KEY.matcher(TEXTS.matcher(script).replaceAll("''"));
        while (key.find()) {
            keys.add(key.group(1));
        }
        return keys;
    }
}
