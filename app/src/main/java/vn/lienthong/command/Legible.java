package vn.lienthong.command;

import java.util.Optional;
import java.util.Set;

/** Whether a text can be kept, read and printed as what it looks like. */
public final class Legible {

    /** Letters of the Hangul block that are nothing but a gap. */
    private static final Set<Integer> GAPS = Set.of(0x115F, 0x1160, 0x3164, 0xFFA0);

    /** On one letter, one after the other; Vietnamese in its taken-apart form (NFD) has two. */
    private static final int MOST_MARKS = 8;

    private Legible() {}

    /** The code of the problem, if there is one. */
    public static Optional<String> fault(String text) {
        int marks = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int letter = text.codePointAt(i);
            if (isForbidden(letter)) {
                return Optional.of("control-character");
            }
            marks = isMark(letter) ? marks + 1 : 0;
            if (marks > MOST_MARKS) {
                return Optional.of("too-many-marks");
            }
        }
        return Optional.empty();
    }

    /** Control characters, marks that turn the reading direction around, halves of characters, unassigned ones, gaps. */
    private static boolean isForbidden(int letter) {
        boolean plain = letter == '\n' || letter == '\r' || letter == '\t';
        boolean turning = (letter >= 0x202A && letter <= 0x202E) || (letter >= 0x2066 && letter <= 0x2069);
        int type = Character.getType(letter);
        return turning
                || type == Character.SURROGATE
                || type == Character.UNASSIGNED
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || (type == Character.CONTROL && !plain)
                || GAPS.contains(letter);
    }

    private static boolean isMark(int letter) {
        int type = Character.getType(letter);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }
}
