package vn.lienthong.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words of a person about what he does: a reason, a note, a comment, an explanation. As long as anybody reads, and no longer. */
public final class FreeText {

    /** Characters, about two pages. A form may ask for less. */
    public static final int LONGEST = 4_000;

    private FreeText() {}

    /** Adds what is wrong with them, if anything is: they are missing, or too long. */
    public static void check(String field, @Nullable String text, boolean required, List<Problem> problems) {
        if (required && (text == null || text.isBlank())) {
            problems.add(Problem.of(field, "required"));
        } else if (text != null && text.length() > LONGEST) {
            problems.add(Problem.of(field, "too-long", LONGEST));
        }
    }

    /** @throws InvalidInput when they are missing and must not be, or are too long */
    public static void refuse(String field, @Nullable String text, boolean required) {
        List<Problem> problems = new ArrayList<>();
        check(field, text, required, problems);
        InvalidInput.ifAny(problems);
    }
}
