package vn.lienthong.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.agency.calendar.Offices.at;
import static vn.lienthong.deadline.Entry.Kind.EXTEND;
import static vn.lienthong.deadline.Entry.Kind.PAUSE;
import static vn.lienthong.deadline.Entry.Kind.PLAN;
import static vn.lienthong.deadline.Entry.Kind.RECOMPUTE;
import static vn.lienthong.deadline.Entry.Kind.RESUME;
import static vn.lienthong.deadline.Entry.Kind.START;
import static vn.lienthong.deadline.Entry.Kind.STOP;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.lienthong.agency.calendar.Budget;
import vn.lienthong.agency.calendar.BudgetUnit;
import vn.lienthong.agency.calendar.Pause;

class ReadingALedgerTest {

    @Test
    void a_planned_clock_has_not_started() {
        assertThat(Course.of(List.of(entry(PLAN, "2026-11-20 17:00")))).isEqualTo(Course.PLANNED);
    }

    @Test
    void pauses_and_extensions_are_kept_in_order() {
        var course = Course.of(List.of(
                entry(START, "2026-11-02 10:00"),
                entry(PAUSE, "2026-11-03 10:00"),
                entry(RESUME, "2026-11-05 10:00"),
                extension(2),
                entry(RECOMPUTE, "2026-11-06 10:00"),
                entry(PAUSE, "2026-11-09 10:00"),
                entry(RESUME, "2026-11-10 10:00"),
                extension(1),
                entry(STOP, "2026-11-12 10:00")));

        assertThat(course.startedAt()).isEqualTo(at("2026-11-02 10:00"));
        assertThat(course.restarted()).isFalse();
        assertThat(course.pauses())
                .containsExactly(
                        new Pause(at("2026-11-03 10:00"), at("2026-11-05 10:00")),
                        new Pause(at("2026-11-09 10:00"), at("2026-11-10 10:00")));
        assertThat(course.extensions())
                .containsExactly(Budget.of(2, BudgetUnit.WORKING_DAY), Budget.of(1, BudgetUnit.WORKING_DAY));
    }

    @Test
    void a_pause_that_has_not_ended_stands() {
        var course = Course.of(List.of(entry(START, "2026-11-02 10:00"), entry(PAUSE, "2026-11-03 10:00")));

        assertThat(course.pauses()).containsExactly(new Pause(at("2026-11-03 10:00"), null));
    }

    @Test
    void a_restart_forgets_what_was_before_but_not_what_was_granted() {
        var course = Course.of(List.of(
                entry(START, "2026-11-02 10:00"),
                entry(PAUSE, "2026-11-03 10:00"),
                entry(RESUME, "2026-11-05 10:00"),
                extension(2),
                entry(PAUSE, "2026-11-09 10:00"),
                restart("2026-11-10 10:00")));

        assertThat(course.startedAt()).isEqualTo(at("2026-11-10 10:00"));
        assertThat(course.restarted()).isTrue();
        assertThat(course.pauses()).isEmpty();
        assertThat(course.extensions()).hasSize(1);
    }

    private static Entry entry(Entry.Kind kind, String at) {
        return new Entry("c", 1, kind, at(at), null, null, null, null, null, null, null, null, false, at(at));
    }

    private static Entry restart(String at) {
        return new Entry("c", 1, RESUME, at(at), null, null, null, null, null, null, null, null, true, at(at));
    }

    private static Entry extension(int days) {
        var at = at("2026-11-06 10:00");
        return new Entry(
                "c", 1, EXTEND, at, null, null, null, null, null, null, days, BudgetUnit.WORKING_DAY, false, at);
    }
}
