package vn.lienthong.audit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A place where the log does not hold together.
 *
 * @param day of the chain
 * @param unit of the chain; null for what concerns the whole day
 * @param position of the entry in its chain, from 1; null when it is none in particular
 * @param dossier whose history it is about
 */
public record Finding(
        Kind kind,
        LocalDate day,
        @Nullable String unit,
        @Nullable Long position,
        @Nullable String dossier) {

    /** What is wrong. */
    public enum Kind {
        /** The entry, or the hash of the one before it, is not what was written. */
        ENTRY_CHANGED,
        /** Entries before this position are missing. */
        ENTRY_MISSING,
        /** The chain does not end where its last command left it: entries were removed from, or put at, its end. */
        END_DIFFERS,
        /** What the lists show of an entry differs from its content. */
        COPY_DIFFERS,
        /** The seal of the day does not fit its chains or the seal before. */
        SEAL_BROKEN,
        /** A seal between two others is missing. */
        SEAL_MISSING,
        /** The day is over and not sealed. */
        UNSEALED,
        /** Lines of history that this entry's command wrote were changed, removed or added to. */
        HISTORY_CHANGED,
        /** All lines of history that this entry's command wrote are missing. */
        HISTORY_MISSING,
        /** A line of history that no command wrote. */
        HISTORY_ADDED
    }
}
