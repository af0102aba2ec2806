package vn.lienthong.agency.calendar;

import java.time.Duration;
import java.time.Instant;

/** How time passes for a clock: on the wall, or only while the agency is at work. */
interface Passing {

    Duration between(Instant from, Instant to);

    Instant plus(Instant from, Duration time);

    static Passing of(BudgetUnit unit, WorkingCalendar calendar) {
        return unit == BudgetUnit.HOUR ? new OnTheWall() : new AtWork(calendar);
    }

    /** Day and night. */
    record OnTheWall() implements Passing {

        @Override
        public Duration between(Instant from, Instant to) {
            return Duration.between(from, to);
        }

        @Override
        public Instant plus(Instant from, Duration time) {
            return from.plus(time);
        }
    }

    /** In sessions only. */
    record AtWork(WorkingCalendar calendar) implements Passing {

        @Override
        public Duration between(Instant from, Instant to) {
            return calendar.workingTime(from, to);
        }

        @Override
        public Instant plus(Instant from, Duration time) {
            return calendar.plusWorkingTime(from, time);
        }
    }
}
