package vn.lienthong.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.agency.calendar.Offices.at;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.agency.Calendars;
import vn.lienthong.agency.Changed;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.testing.Statements;
import vn.lienthong.workflow.TimeMachine;

/**
 * What befalls many dossiers at once asks the database as often as what befalls a few: a number, not a time, so that a loop
 * around a statement is found on any machine.
 */
@ModuleTest
class StatementsPerBatchTest {

    private static final int FEW = 3;

    /** Their clocks are still one batch. */
    private static final int MANY = 15;

    /** What is looked up again after two seconds: organisation, calendars, procedures, ladders. */
    private static final int REFRESHED = 4;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Database database;

    @Autowired
    TimeMachine time;

    @Autowired
    Calendars calendars;

    @Autowired
    CurrentCaller caller;

    @Autowired
    ChangingCalendars changing;

    @Autowired
    FollowingCalendars following;

    @Autowired
    Ringing ringing;

    @AfterEach
    void as_before() {
        jdbc.sql("delete from agency.calendar_day where source = '778/TB-BNV'").update();
        Changed.calendars(calendars);
        time.reset();
    }

    @Test
    void rungs_of_many_dossiers_are_told_as_few_are() throws Exception {
        var few = telling(FEW);

        var many = telling(MANY);

        assertThat(jdbc.sql(
                                "select does from deadline.escalation where dossier like 'S-%' group by does having count(*) >= :many")
                        .param("many", MANY)
                        .query(String.class)
                        .list())
                .as("what rungs ask for")
                .contains("ACT", "APOLOGISE", "LETTER");
        assertThat(many).isLessThanOrEqualTo(few + REFRESHED);
    }

    @Test
    void dates_of_many_dossiers_follow_a_calendar_as_few_do() throws Exception {
        var few = following(FEW);

        var many = following(MANY);

        assertThat(jdbc.sql("select count(*) from deadline.entry where kind = 'RECOMPUTE' and clock like 'S-%'")
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(2 * MANY);
        assertThat(jdbc.sql("select count(*) from notification.message where dossier like 'S-%'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(MANY);
        assertThat(many).isLessThanOrEqualTo(few + REFRESHED);
    }

    /** After days on which nobody could tell anything: rungs of the promise and of both agencies. */
    private int telling(int dossiers) throws Exception {
        dossiers(dossiers);
        time.set(at("2026-12-02 09:00"));
        return Statements.of(ringing::doSome);
    }

    private int following(int dossiers) throws Exception {
        as_before();
        dossiers(dossiers);
        var id = caller.as(
                "nghiepvu",
                () -> changing.propose(new ChangingCalendars.Wish(
                        "vn-public-service",
                        "778/TB-BNV",
                        "",
                        List.of(new ChangingCalendars.DayWish("2026-11-26", "HOLIDAY", "Nghỉ hoán đổi", List.of())))));
        var preview = Statements.of(this::followed);
        caller.as("lanhdao", () -> {
            changing.approve(id);
            return "";
        });
        time.set(time.now().plusSeconds(6));
        return preview + Statements.of(this::followed);
    }

    private boolean followed() {
        while (following.doSome()) {
            // Until nothing is left.
        }
        return true;
    }

    private void dossiers(int dossiers) {
        database.empty();
        time.set(at("2026-11-20 10:30"));
        new Storm(jdbc).of(Walk.of(context, "01-two-items-morning").number, dossiers);
    }
}
