package vn.lienthong.procedure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What {@code properties.rule} of a form's component can ask of its value. Several rules are separated by spaces. */
enum FormRule {
    /** Of a date or a time: not after now. */
    PAST("in-the-future", null),
    /** Of a date: not before the date at the path behind the colon. */
    NOT_BEFORE("before-other-date", null),
    /** A personal identity number has twelve digits (Law 26/2023/QH15 on identity cards). */
    IDENTITY_NUMBER("identity-number-invalid", Pattern.compile("[0-9]{12}")),
    /** Vietnamese banks use 6 to 19 digits; nothing says they always will, hence a little more. */
    ACCOUNT_NUMBER("account-number-invalid", Pattern.compile("[0-9]{6,24}")),
    PHONE("phone-invalid", Pattern.compile("(\\+84|0)[0-9]{9,10}")),
    EMAIL("email-invalid", Pattern.compile("[A-Za-z0-9._%+'-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){1,8}")),
    /** Letters of any language with their marks; names such as H'Hen Niê, Y-Bih and J. O'Brien are names too. */
    NAME("name-invalid", Pattern.compile("[\\p{L}][\\p{L}\\p{M} .'’-]{0,99}"));

    private final String problem;
    private final @Nullable Pattern pattern;

    FormRule(String problem, @Nullable Pattern pattern) {
        this.problem = problem;
        this.pattern = pattern;
    }

    String problem() {
        return problem;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the rule says something about the text alone. */
    boolean isAboutText() {
        return pattern != null;
    }

    boolean accepts(String text) {
        return pattern == null || pattern.matcher(text).matches();
    }

    static Optional<FormRule> of(String key) {
        return Arrays.stream(values()).filter(rule -> rule.key().equals(key)).findFirst();
    }
}
