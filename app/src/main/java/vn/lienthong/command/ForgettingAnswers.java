package vn.lienthong.command;

import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes what commands answered that nobody repeats any more: whole answers, of every command of every program. */
@Component
class ForgettingAnswers {

    private final IdempotencyMapper answers;
    private final Clock clock;

    ForgettingAnswers(IdempotencyMapper answers, Clock clock) {
        this.answers = answers;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
    public void forget() {
        answers.forgetAll(clock.instant().minus(Idempotency.MEMORY));
    }
}
