package vn.lienthong.worklist;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a line is to whoever looks at the list.
 *
 * @param unread whether it is the reader's to do and not opened by the reader since it last changed hands
 * @param followUpOn the reader's own reminder, beside the legal date
 * @param comments how often colleagues said something about the dossier, and about its legs where it is the citizen's
 */
public record Marks(boolean unread, @Nullable LocalDate followUpOn, int comments) {

    static final Marks NONE = new Marks(false, null, 0);
}
