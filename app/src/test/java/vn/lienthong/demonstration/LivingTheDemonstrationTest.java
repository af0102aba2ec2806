package vn.lienthong.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.audit.Verification;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.workflow.TimeMachine;

/** Whoever tries the product finds an office at work, on whatever day that is. */
@ModuleTest
class LivingTheDemonstrationTest {

    @Autowired
    Demonstration demonstration;

    @Autowired
    Database database;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Clock clock;

    @Autowired
    TimeMachine time;

    @Autowired
    Verification verification;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void nothing() {
        database.empty();
    }

    @AfterEach
    void nothing_again() {
        time.reset();
        database.empty();
    }

    @Test
    void dossiers_are_done_wait_and_are_late() {
        Instant now = OffsetDateTime.parse("2026-11-20T10:00:00+07:00").toInstant();

        assertThat(demonstration.live(now)).hasSize(Stories.read().dossiers().size());

        assertThat(count("dossier.dossier where origin is null and finished_at is not null"))
                .isEqualTo(2);
        assertThat(overdue(now)).isGreaterThanOrEqualTo(3);
        assertThat(count("worklist.line where assignee = 'hotich'")).isOne();
        assertThat(count("worklist.line where assignee is null")).isGreaterThan(5);
        assertThat(Duration.between(time.now(), Instant.now())).isCloseTo(Duration.ZERO, Duration.ofSeconds(5));
        assertThat(verification.verify(null, null).findings()).isEmpty();

        time.set(now);
        time.passUntil(now);
        assertThat(count("deadline.escalation where state = 'OPEN'"))
                .as("what supervisors have to explain")
                .isPositive();
    }

    /** A Sunday, a Monday before anybody works, the days after Tết. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22T15:00:00+07:00", "2026-11-23T06:30:00+07:00", "2027-02-12T09:30:00+07:00"})
    void on_any_day(String day) {
        Instant now = OffsetDateTime.parse(day).toInstant();

        assertThat(demonstration.live(now)).hasSize(Stories.read().dossiers().size());

        assertThat(overdue(now)).isPositive();
        assertThat(count("dossier.event where at > '" + now + "'")).isZero();
    }

    @Test
    void once() {
        Instant now = Instant.now();
        for (int i = 0; i < 2; i++) {
            new DemonstrationAtStart(demonstration, dossiers, clock).start();
        }

        assertThat(count("dossier.dossier where origin is null"))
                .isEqualTo(Stories.read().dossiers().size());
        assertThat(count("dossier.event where at > '" + now.plusSeconds(60) + "'"))
                .isZero();
    }

    private int overdue(Instant now) {
        return count("worklist.line where due_at < '" + now + "'");
    }

    private int count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Integer.class).single();
    }
}
