package vn.lienthong.web;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A due date as pages show it: the date, how much working time is left in words, and a bar.
 *
 * @param at current due date
 * @param originalAt first promised date; null when nobody promised another one
 * @param share consumed part of the budget in percent, 0 to 100
 * @param amount what is left, or how much too late when {@code state} is {@link State#LATE}; never negative
 */
public record DueCell(Instant at, @Nullable Instant originalAt, State state, int share, long amount, Unit unit) {

    /** The four states of a clock and the one of a thing without a clock. */
    public enum State {
        ON_TIME("on-time"),
        DUE_SOON("due-soon"),
        LATE("late"),
        PAUSED("paused"),
        NONE("none");

        private final String key;

        State(String key) {
            this.key = key;
        }

        /** Name in style sheets and messages. */
        public String key() {
            return key;
        }

        public String getKey() {
            return key;
        }
    }

    /** What the remaining time is counted in. */
    public enum Unit {
        WORKING_DAY("working-day"),
        WORKING_HOUR("working-hour"),
        WORKING_MINUTE("working-minute"),
        DAY("day"),
        HOUR("hour");

        private final String key;

        Unit(String key) {
            this.key = key;
        }

        public String getKey() {
            return key;
        }
    }

    public DueCell {
        share = Math.max(0, Math.min(100, share));
        amount = Math.abs(amount);
    }

    /**
     * In the largest unit that is not zero.
     *
     * @param remaining working time; negative when late
     * @param workingDay length of a working day of the calendar that counts
     */
    public static DueCell of(
            Instant at, @Nullable Instant originalAt, State state, int share, Duration remaining, Duration workingDay) {
        Duration size = remaining.abs();
        if (size.compareTo(workingDay) >= 0) {
            return new DueCell(at, originalAt, state, share, size.dividedBy(workingDay), Unit.WORKING_DAY);
        }
        if (size.toHours() > 0) {
            return new DueCell(at, originalAt, state, share, size.toHours(), Unit.WORKING_HOUR);
        }
        return new DueCell(at, originalAt, state, share, size.toMinutes(), Unit.WORKING_MINUTE);
    }

    /** Whether the date is no longer the one that was promised first. */
    public boolean moved() {
        return originalAt != null && !originalAt.equals(at);
    }
}
