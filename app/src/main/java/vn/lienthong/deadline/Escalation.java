package vn.lienthong.deadline;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody was called because a clock climbed a rung.
 *
 * @param id null until it is stored
 * @param level 1 for the officer who has the step, up to 4 for the centre's director
 * @param unit who owes what is late
 * @param units whose business it is
 * @param explainers usernames of who may say what happened
 * @param explainBy until when they are asked to; null where nobody is
 * @param reachedAt when the clock was at the rung
 * @param raisedAt when somebody was called
 */
record Escalation(
        @Nullable Long id,
        String clock,
        String rung,
        int level,
        Does does,
        Level ofLevel,
        String dossier,
        String root,
        @Nullable String leg,
        @Nullable String step,
        String unit,
        String toDuty,
        String toUnit,
        List<String> toOfficers,
        List<String> units,
        List<String> explainers,
        @Nullable Instant explainBy,
        Instant dueAt,
        Instant reachedAt,
        Instant raisedAt,
        State state,
        @Nullable String reasonCode,
        @Nullable String explanation,
        @Nullable String acknowledgedBy,
        @Nullable String onBehalfOf,
        @Nullable Instant acknowledgedAt) {

    /** What became of it. */
    enum State {
        OPEN,
        /** Somebody explained. */
        ACKNOWLEDGED,
        /** What was only advised came to nothing: the work was done. */
        SETTLED
    }
}
