package vn.lienthong.interconnection.portal;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One call to the portal as it waits in the outbox. It names what is to be told and never says it: whoever carries it looks
 * it up, so that nothing personal lies in the outbox and the portal gets what is true by then.
 *
 * @param dossier number of the citizen's dossier
 * @param document id of the file, of an upload
 * @param state code of the state, of a registration and of a change of state
 * @param at when that happened
 * @param progress what an officer did; of a progress only
 * @param again whether a person wants it sent although the portal was told before
 */
record Call(
        String dossier,
        @Nullable String document,
        @Nullable Integer state,
        Instant at,
        @Nullable Progress progress,
        boolean again) {

    /** The calls, in the order in which a dossier goes through them. Before each of them stands the portal's token. */
    enum Kind {
        NUMBER,
        UPLOAD,
        REGISTER,
        PROGRESS,
        STATE;

        /** As the outbox knows it. */
        String key() {
            return "portal." + name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String key) {
            for (Kind kind : values()) {
                if (kind.key().equals(key)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException(key);
        }
    }

    /**
     * @param dossier number of the dossier it happened to: the citizen's, or one opened for a leg of it
     * @param what kind of event of the timeline
     * @param officer user name; null for the system
     */
    record Progress(
            String dossier,
            String what,
            @Nullable String step,
            @Nullable String leg,
            @Nullable String officer,
            @Nullable String unit) {}

    static Call number(String dossier, Instant at) {
        return new Call(dossier, null, null, at, null, false);
    }

    static Call upload(String dossier, String document, Instant at) {
        return new Call(dossier, document, null, at, null, false);
    }

    static Call state(String dossier, int state, Instant at) {
        return new Call(dossier, null, state, at, null, false);
    }

    static Call progress(String dossier, Progress progress, Instant at) {
        return new Call(dossier, null, null, at, progress, false);
    }

    Call repeated() {
        return new Call(dossier, document, state, at, progress, true);
    }
}
