package vn.lienthong.dossier.returns;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.lienthong.procedure.Content;

/** What somebody typed, or a scanner read from a receipt: the address in its QR code, a number, a name. */
final class ScannedText {

    /** {@code …/public/t/H99.12-261120-0001/ABCDEFGHJK}, as receipts carry it, with whatever keyboard it was typed. */
    private static final Pattern ADDRESS = Pattern.compile("/public/t/([^/?#\\s]+)", Pattern.CASE_INSENSITIVE);

    private static final Pattern PARAMETER = Pattern.compile("[?&]number=([^&#\\s]+)", Pattern.CASE_INSENSITIVE);

    /** A number begins with the code of an agency: a letter and digits. */
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z]\\d[\\w.]*-\\d{6}-\\d+");

    private ScannedText() {}

    /** The number of a dossier in it. */
    static Optional<String> number(String text) {
        String words = Content.normalised(text);
        Matcher address = ADDRESS.matcher(words);
        if (address.find()) {
            return Optional.of(upper(address.group(1)));
        }
        Matcher parameter = PARAMETER.matcher(words);
        if (parameter.find()) {
            return Optional.of(upper(parameter.group(1)));
        }
        return NUMBER.matcher(words).matches() ? Optional.of(upper(words)) : Optional.empty();
    }

    private static String upper(String number) {
        return number.toUpperCase(Locale.ROOT);
    }
}
