package vn.lienthong.agency.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.testing.ModuleTest;

@ModuleTest
class GuessingPasswordsIsSlowTest {

    private final Hand hand = new Hand();
    private final FailureMapper failures;
    private final JdbcClient jdbc;
    private final LoginThrottle throttle;

    @Autowired
    GuessingPasswordsIsSlowTest(FailureMapper failures, JdbcClient jdbc) {
        this.failures = failures;
        this.jdbc = jdbc;
        this.throttle = new LoginThrottle(failures, hand);
    }

    @BeforeEach
    @AfterEach
    void forget() {
        jdbc.sql("delete from agency.login_failure").update();
    }

    @Test
    void four_mistakes_cost_nothing_the_fifth_half_a_minute() {
        fail("hotich", "10.0.0.1", 4);
        assertThat(waitFor("hotich", "10.0.0.1")).isEmpty();

        fail("hotich", "10.0.0.1", 1);
        assertThat(waitFor("hotich", "10.0.0.1")).contains(Duration.ofSeconds(30));

        hand.move(Duration.ofSeconds(29));
        assertThat(waitFor("hotich", "10.0.0.1")).contains(Duration.ofSeconds(1));
        hand.move(Duration.ofSeconds(1));
        assertThat(waitFor("hotich", "10.0.0.1")).isEmpty();
    }

    @Test
    void every_further_mistake_doubles_the_wait_up_to_a_quarter_of_an_hour() {
        fail("hotich", "10.0.0.1", 6);
        assertThat(waitFor("hotich", "10.0.0.1")).contains(Duration.ofMinutes(1));

        fail("hotich", "10.0.0.1", 1);
        assertThat(waitFor("hotich", "10.0.0.1")).contains(Duration.ofMinutes(2));

        fail("hotich", "10.0.0.1", 40);
        assertThat(waitFor("hotich", "10.0.0.1")).contains(LoginThrottle.LONGEST_WAIT);
    }

    @Test
    void a_right_password_forgives() {
        fail("hotich", "10.0.0.1", 4);
        throttle.succeeded("hotich", "10.0.0.1");
        fail("hotich", "10.0.0.1", 4);

        assertThat(waitFor("hotich", "10.0.0.1")).isEmpty();
    }

    @Test
    void mistakes_are_forgotten_after_half_an_hour() {
        fail("hotich", "10.0.0.1", 4);
        hand.move(LoginThrottle.MEMORY.plusSeconds(1));
        fail("hotich", "10.0.0.1", 4);

        assertThat(waitFor("hotich", "10.0.0.1")).isEmpty();
    }

    @Test
    void somebody_elses_mistakes_do_not_lock_an_officer_out_of_the_own_office() {
        throttle.succeeded("hotich", "10.0.0.1");
        for (int i = 0; i < 200; i++) {
            throttle.failed("hotich", "203.0.113." + i);
        }

        assertThat(waitFor("hotich", "203.0.113.250")).isPresent();
        assertThat(waitFor("hotich", "10.0.0.1")).isEmpty();
        assertThat(waitFor("vanthu", "203.0.113.250")).isEmpty();
    }

    @Test
    void one_address_cannot_go_through_all_accounts() {
        for (int i = 0; i < LoginThrottle.PER_ADDRESS; i++) {
            throttle.failed("officer" + i, "203.0.113.7");
        }

        assertThat(waitFor("another", "203.0.113.7")).isPresent();
        assertThat(waitFor("another", "203.0.113.8")).isEmpty();
    }

    @Test
    void another_node_and_a_restarted_one_know_of_them_too() {
        fail("hotich", "10.0.0.1", 3);
        var other = new LoginThrottle(failures, hand);
        other.failed("hotich", "10.0.0.1");
        other.failed("hotich", "10.0.0.1");

        assertThat(waitFor("hotich", "10.0.0.1")).contains(Duration.ofSeconds(30));
        assertThat(new LoginThrottle(failures, hand).waitFor("hotich")).contains(Duration.ofSeconds(30));
    }

    @Test
    void an_administrator_lets_somebody_try_again_at_once() {
        fail("hotich", "10.0.0.1", 9);
        fail("vanthu", "10.0.0.2", 9);

        throttle.forgive("hotich");

        assertThat(waitFor("hotich", "10.0.0.1")).isEmpty();
        assertThat(waitFor("vanthu", "10.0.0.2")).isPresent();
    }

    @Test
    void what_was_typed_is_not_kept() {
        fail("my secret in the wrong field", "10.0.0.1", 1);

        assertThat(jdbc.sql("select f::text from agency.login_failure f")
                        .query(String.class)
                        .list())
                .hasSize(3)
                .noneMatch(row -> row.contains("secret") || row.contains("10.0.0.1"));
    }

    private Optional<Duration> waitFor(String account, String address) {
        return Optional.of(throttle.standing(account, address).left()).filter(left -> !left.isZero());
    }

    private void fail(String account, String address, int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed(account, address);
        }
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
