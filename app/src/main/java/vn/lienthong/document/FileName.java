package vn.lienthong.document;

import java.text.Normalizer;
import java.util.regex.Pattern;
import vn.lienthong.document.inspection.FileType;

/** Makes a sender's file name harmless: no path, no control or direction marks, the ending that the content deserves. */
final class FileName {

    private static final int LONGEST = 100;
    private static final String NAMELESS = "giay-to";

    private static final Pattern PATH = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);
    /** Control, format (also the marks that turn the reading direction), private and unassigned characters. */
    private static final Pattern INVISIBLE = Pattern.compile("\\p{C}");

    private static final Pattern UNWANTED = Pattern.compile("[<>:\"|?*%;&$'`\\s]+");
    private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z0-9]{1,5}$");
    private static final Pattern EDGES = Pattern.compile("^[ ._-]+|[ ._-]+$");
    private static final Pattern RESERVED_BY_WINDOWS = Pattern.compile("(?i)con|prn|aux|nul|com[0-9]|lpt[0-9]");

    private FileName() {}

    static String of(String sent, FileType type) {
        String name = Normalizer.normalize(sent, Normalizer.Form.NFC);
        name = INVISIBLE.matcher(name).replaceAll("");
        name = PATH.matcher(name).replaceAll("");
        name = ENDING.matcher(name).replaceAll("");
        name = UNWANTED.matcher(name).replaceAll(" ");
        name = EDGES.matcher(shortened(name)).replaceAll("");
        if (name.isEmpty() || RESERVED_BY_WINDOWS.matcher(name).matches()) {
            name = NAMELESS;
        }
        return name + "." + type.extension();
    }

    /** Never in the middle of a character that takes two places. */
    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST));
    }
}
