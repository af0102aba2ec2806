package vn.lienthong.agency.calendar;

import java.time.Duration;
import java.time.Instant;

/** Uses up time by the minute. */
final class HourCount {

    private final Account account;
    private final Interruptions interruptions;
    private final Passing passing;

    HourCount(Account account, Interruptions interruptions, Passing passing) {
        this.account = account;
        this.interruptions = interruptions;
        this.passing = passing;
    }

    Instant until(Instant start, Duration budget) {
        var at = start;
        var left = budget;
        while (true) {
            var end = passing.plus(at, left);
            var pause = interruptions.nextBefore(end);
            if (pause == null) {
                account.countedTime(at, end, passing);
                return end;
            }
            if (pause.from().isAfter(at)) {
                account.countedTime(at, pause.from(), passing);
                left = left.minus(passing.between(at, pause.from()));
            }
            account.paused(pause, Phrase.of("paused-time", left));
            at = pause.to();
        }
    }
}
