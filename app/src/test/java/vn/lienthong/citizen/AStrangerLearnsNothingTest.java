package vn.lienthong.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Guessing numbers and secrets becomes slow before it becomes useful. */
class AStrangerLearnsNothingTest {

    private static final String HERE = "203.0.113.7";

    private final Hand hand = new Hand();
    private final GuessLimit limit = new GuessLimit(hand);

    @Test
    void after_ten_wrong_guesses_an_address_waits() {
        for (int i = 0; i < GuessLimit.WRONG_PER_ADDRESS; i++) {
            limit.ask("number-" + i, HERE);
            limit.wrong("number-" + i, HERE);
        }

        assertThatExceptionOfType(TooManyQuestions.class)
                .isThrownBy(() -> limit.ask("another", HERE))
                .satisfies(e -> assertThat(e.seconds()).isEqualTo(10));
        assertThatCode(() -> limit.ask("another", "203.0.113.8")).doesNotThrowAnyException();
        hand.move(Duration.ofSeconds(10));
        assertThatCode(() -> limit.ask("another", HERE)).doesNotThrowAnyException();
    }

    @Test
    void a_number_that_is_guessed_at_from_everywhere_waits_but_never_long() {
        for (int i = 0; i < 500; i++) {
            limit.wrong("H99.12-261120-0001", "198.51.100." + i);
        }

        assertThatExceptionOfType(TooManyQuestions.class)
                .isThrownBy(() -> limit.ask("H99.12-261120-0001", HERE))
                .satisfies(e -> assertThat(e.seconds()).isLessThanOrEqualTo(60));
        assertThatCode(() -> limit.ask("H99.12-261120-0002", HERE)).doesNotThrowAnyException();
    }

    @Test
    void right_questions_are_answered_too_but_not_without_end() {
        for (int i = 0; i < GuessLimit.QUESTIONS_PER_MINUTE; i++) {
            limit.ask("H99.12-261120-0001", HERE);
        }

        assertThatExceptionOfType(TooManyQuestions.class).isThrownBy(() -> limit.ask("H99.12-261120-0001", HERE));
        hand.move(Duration.ofMinutes(1));
        assertThatCode(() -> limit.ask("H99.12-261120-0001", HERE)).doesNotThrowAnyException();
    }

    private static final class Hand extends Clock {
        private Instant now = Instant.parse("2026-11-20T01:00:00Z");

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
