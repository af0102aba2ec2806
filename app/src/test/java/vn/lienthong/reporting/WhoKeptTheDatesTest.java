package vn.lienthong.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.command.Forbidden;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;

@ModuleTest
class WhoKeptTheDatesTest {

    private static final Locale VI = Locale.forLanguageTag("vi");
    private static final LocalDate FIRST = LocalDate.parse("2026-11-01");
    private static final LocalDate LAST = LocalDate.parse("2026-11-30");

    @Autowired
    Reports reports;

    @Autowired
    CurrentCaller callers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Database database;

    @BeforeEach
    void nothing_happened_yet() {
        database.empty();
    }

    @Test
    void a_leg_in_time_by_the_moved_date_alone_was_late_by_the_promise() {
        dossier("D-1", null);
        leg(
                "D-1",
                "civil-status",
                "an-hoa-tu-phap",
                "DONE",
                "2026-11-20T17:00",
                "2026-11-20T17:00",
                "2026-11-20T16:00");
        dossier("D-2", null);
        leg(
                "D-2",
                "civil-status",
                "an-hoa-tu-phap",
                "DONE",
                "2026-11-20T17:00",
                "2026-11-25T17:00",
                "2026-11-24T16:00");
        dossier("D-3", null);
        leg(
                "D-3",
                "civil-status",
                "an-hoa-tu-phap",
                "REFUSED",
                "2026-11-20T17:00",
                "2026-11-20T17:00",
                "2026-11-24T16:00");

        assertThat(legs("giamsat").items())
                .extracting(
                        Reports.Kept::leg,
                        Reports.Kept::agency,
                        Reports.Kept::finished,
                        Reports.Kept::onTimeOriginally,
                        Reports.Kept::onTime,
                        Reports.Kept::rate)
                .containsExactly(tuple("civil-status", "an-hoa", 3, 1, 2, 33.3));
    }

    @Test
    void what_runs_or_was_withdrawn_or_cancelled_is_nobodys_result() {
        dossier("D-1", null);
        leg("D-1", "civil-status", "an-hoa-tu-phap", "RUNNING", "2026-11-20T17:00", "2026-11-20T17:00", null);
        leg("D-1", "police", "an-hoa-van-xa", "CANCELLED", "2026-11-20T17:00", "2026-11-20T17:00", "2026-11-20T16:00");
        leg("D-1", "x", "an-hoa-van-xa", "WITHDRAWN", "2026-11-20T17:00", "2026-11-20T17:00", "2026-11-20T16:00");

        assertThat(legs("giamsat").items()).isEmpty();
    }

    /** opencps-v2#1434: what was opened for a leg was counted as one more dossier. */
    @Test
    void a_dossier_and_the_ones_opened_for_its_legs_count_once() {
        dossier("D-1", null);
        dossier("L-1", "D-1");

        Reports.OnTime report = dossiers("giamsat");

        assertThat(report.counted()).isEqualTo(Reports.Counted.DOSSIERS);
        assertThat(report.items()).extracting(Reports.Kept::finished).containsExactly(1);
    }

    @Test
    void both_ends_of_the_time_are_days_in_viet_nam() {
        dossier("D-1", null);
        leg("D-1", "a", "an-hoa-tu-phap", "DONE", "2026-11-30T17:00", "2026-11-30T17:00", "2026-11-30T23:59");
        leg("D-1", "b", "an-hoa-tu-phap", "DONE", "2026-11-30T17:00", "2026-11-30T17:00", "2026-12-01T00:00");
        leg("D-1", "c", "an-hoa-tu-phap", "DONE", "2026-11-30T17:00", "2026-11-30T17:00", "2026-11-01T00:00");

        assertThat(legs("giamsat").items()).extracting(Reports.Kept::leg).containsExactly("a", "c");
    }

    @Test
    void a_supervisor_reads_the_own_part_of_the_organisation_and_an_officer_none() {
        dossier("D-1", null);
        leg(
                "D-1",
                "civil-status",
                "phu-loc-tu-phap",
                "DONE",
                "2026-11-20T17:00",
                "2026-11-20T17:00",
                "2026-11-20T16:00");

        assertThat(legs("giamsat").items()).isEmpty();
        assertThat(legs("giamsat2").items()).hasSize(1);
        assertThatThrownBy(() -> legs("hotich")).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> legs("quantri")).isInstanceOf(Forbidden.class);
    }

    @Test
    void the_work_in_hand_is_counted_by_post() {
        line("t-1", "an-hoa-tu-phap", "OPEN", "hotich", "2026-11-20T17:00");
        line("t-2", "an-hoa-tu-phap", "OPEN", null, "2100-01-01T00:00");
        line("t-3", "an-hoa-tu-phap", "WAITING", null, null);
        line("t-4", "phu-loc-tu-phap", "OPEN", null, null);

        assertThat(callers.as("giamsat", () -> reports.inHand(VI)))
                .extracting(
                        Reports.InHand::unit,
                        Reports.InHand::duty,
                        Reports.InHand::open,
                        Reports.InHand::taken,
                        Reports.InHand::overdue,
                        Reports.InHand::waiting)
                .containsExactly(tuple("an-hoa-tu-phap", "case-officer", 2, 1, 1, 1));
    }

    private Reports.OnTime legs(String reader) {
        return callers.as(reader, () -> reports.onTime(Reports.Counted.LEGS, FIRST, LAST, VI));
    }

    private Reports.OnTime dossiers(String reader) {
        return callers.as(reader, () -> reports.onTime(Reports.Counted.DOSSIERS, FIRST, LAST, VI));
    }

    private void dossier(String number, @Nullable String origin) {
        jdbc.sql("""
                        insert into dossier.dossier (number, origin, procedure, edition, state, channel, area, unit, units,
                                                     applicant_name, content, secret, submitted_at, received_at, ready_at,
                                                     promised_at, original_promised_at)
                        values (:number, :origin, 'death-registration', '2025-07-01', 9, 'COUNTER', 'an-hoa',
                                'an-hoa-mot-cua', '{}', 'x', '{}', 'x', now(), now(), :ready, :promised, :promised)
                        """)
                .param("number", number)
                .param("origin", origin)
                .param("ready", at("2026-11-20T16:00"))
                .param("promised", at("2026-11-20T17:00"))
                .update();
    }

    private void leg(
            String dossier,
            String leg,
            String unit,
            String state,
            String originalDue,
            String due,
            @Nullable String finished) {
        jdbc.sql("""
                        insert into dossier.leg (dossier, leg, position, unit, founding, state, due_at, original_due_at,
                                                 started_at, finished_at)
                        values (:dossier, :leg, 0, :unit, true, :state, :due, :original, :original, :finished)
                        """)
                .param("dossier", dossier)
                .param("leg", leg)
                .param("unit", unit)
                .param("state", state)
                .param("due", at(due))
                .param("original", at(originalDue))
                .param("finished", finished == null ? null : at(finished))
                .update();
    }

    private void line(String task, String unit, String state, @Nullable String assignee, @Nullable String due) {
        jdbc.sql("""
                        insert into worklist.line (task_id, dossier, origin, leg, procedure, edition, step, applicant, unit,
                                                   duty, state, assignee, opened_at, due_at, home)
                        values (:task, 'D', 'D', 'civil-status', 'death-registration', '2025-07-01', 'x', 'x', :unit,
                                'CASE_OFFICER', :state, :assignee, now(), :due, :unit)
                        """)
                .param("task", task)
                .param("unit", unit)
                .param("state", state)
                .param("assignee", assignee)
                .param("due", due == null ? null : at(due), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    private static OffsetDateTime at(String local) {
        return Instant.parse(local + ":00+07:00").atOffset(ZoneOffset.UTC);
    }
}
