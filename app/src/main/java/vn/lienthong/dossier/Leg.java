package vn.lienthong.dossier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One agency's part of a dossier.
 *
 * @param unit code of the unit that owes it
 * @param number of the dossier the agency opened for it; null before that, and for the founding leg
 * @param originalDueAt what was promised first; never changes
 */
public record Leg(
        String leg,
        String unit,
        @Nullable String after,
        boolean founding,
        @Nullable String number,
        LegState state,
        @Nullable Instant dueAt,
        @Nullable Instant originalDueAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    Leg due(Instant due, Instant original) {
        return new Leg(leg, unit, after, founding, number, state, due, original, startedAt, finishedAt);
    }

    Leg started(@Nullable String linked, Instant at) {
        return new Leg(leg, unit, after, founding, linked, LegState.RUNNING, dueAt, originalDueAt, at, null);
    }

    Leg ended(LegState how, Instant at) {
        return new Leg(leg, unit, after, founding, number, how, dueAt, originalDueAt, startedAt, at);
    }

    Leg at(String otherUnit) {
        return new Leg(leg, otherUnit, after, founding, number, state, dueAt, originalDueAt, startedAt, finishedAt);
    }
}
