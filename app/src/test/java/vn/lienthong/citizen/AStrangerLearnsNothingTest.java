package vn.lienthong.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.testing.ModuleTest;

/** Guessing numbers and secrets becomes slow before it becomes useful, on all nodes together and after restarts. */
@ModuleTest
class AStrangerLearnsNothingTest {

    private static final String HERE = "203.0.113.7";

    @Autowired
    GuessMapper guesses;

    @Autowired
    JdbcClient jdbc;

    private final Hand hand = new Hand();
    private GuessLimit limit;
    private GuessLimit another;

    @BeforeEach
    void twoNodes() {
        limit = new GuessLimit(guesses, hand);
        another = new GuessLimit(guesses, hand);
    }

    @BeforeEach
    @AfterEach
    void forget() {
        jdbc.sql("delete from citizen.guess").update();
    }

    @Test
    void what_was_guessed_on_one_node_counts_on_another_and_after_a_restart() {
        for (int i = 0; i < GuessLimit.WRONG_PER_ADDRESS / 2; i++) {
            limit.wrong("number-" + i, HERE);
            another.wrong("number-" + i, HERE);
        }
        var restarted = new GuessLimit(guesses, hand);

        for (GuessLimit node : List.of(limit, another, restarted)) {
            assertThatExceptionOfType(TooManyQuestions.class)
                    .isThrownBy(() -> node.ask("yet another", HERE))
                    .satisfies(e -> assertThat(e.seconds()).isEqualTo(10));
        }
    }

    @Test
    void addresses_of_one_network_are_one_visitor() {
        for (int i = 0; i < GuessLimit.WRONG_PER_ADDRESS; i++) {
            limit.wrong("number-" + i, "2001:db8::" + i);
        }

        assertThatExceptionOfType(TooManyQuestions.class).isThrownBy(() -> limit.ask("another", "2001:db8::ffff"));
    }

    @Test
    void who_guesses_nothing_is_written_down_nowhere_and_half_an_hour_forgets() {
        limit.ask("H99.12-261120-0001", HERE);
        assertThat(rows()).isZero();
        limit.wrong("H99.12-261120-0001", HERE);
        assertThat(rows()).isEqualTo(2);

        for (int i = 1; i < GuessLimit.WRONG_PER_ADDRESS - 1; i++) {
            limit.wrong("H99.12-261120-0001", HERE);
        }
        hand.move(Duration.ofMinutes(31));
        limit.wrong("H99.12-261120-0001", HERE);

        assertThatCode(() -> limit.ask("H99.12-261120-0001", HERE)).doesNotThrowAnyException();
        guesses.forgetBefore(hand.instant().plusSeconds(1));
        assertThat(rows()).isZero();
    }

    private long rows() {
        return jdbc.sql("select count(*) from citizen.guess").query(Long.class).single();
    }

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
