package vn.lienthong.dossier;

import java.util.Optional;
import java.util.regex.Pattern;

/** The twelve digits by which a person is known (Law 26/2023/QH15). */
public final class IdentityNumber {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0]+");
    private static final Pattern DIGITS = Pattern.compile("\\d{12}");

    private IdentityNumber() {}

    /** The digits alone, however they were grouped; empty when it is something else. */
    public static Optional<String> in(String typed) {
        String digits = BLANKS.matcher(typed).replaceAll("");
        return DIGITS.matcher(digits).matches() ? Optional.of(digits) : Optional.empty();
    }
}
