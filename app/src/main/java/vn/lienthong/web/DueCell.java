package vn.lienthong.web;

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

    /** The states of a clock. */
    public enum State {
        ON_TIME("on-time"),
        DUE_SOON("due-soon"),
        LATE("late"),
        PAUSED("paused"),
        /** Done, and in time. */
        MET("on-time");

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

    DueCell met() {
        return new DueCell(at, originalAt, State.MET, share, amount, unit);
    }

    /** Whether the date is no longer the one that was promised first. */
    public boolean moved() {
        return originalAt != null && !originalAt.equals(at);
    }
}
