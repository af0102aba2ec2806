package vn.lienthong.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static vn.lienthong.agency.calendar.BudgetUnit.WORKING_DAY;
import static vn.lienthong.agency.calendar.Offices.at;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.lienthong.agency.calendar.Budget;
import vn.lienthong.agency.calendar.Due;
import vn.lienthong.agency.calendar.Offices;
import vn.lienthong.agency.calendar.Pause;
import vn.lienthong.agency.calendar.WorkingCalendar;

/** Received on Friday 20 November 2026; Tuesday the 24th is a holiday. */
class ComposingLegsTest {

    private static final Budget SAME_DAY = Budget.sameDay(LocalTime.of(15, 0));

    private final WorkingCalendar ward = Offices.ward();
    private final Instant received = at("2026-11-20 09:00");

    @Test
    void a_leg_is_promised_as_if_the_one_before_ended_at_its_own_due_date() {
        var dates = dates(founding(running("2026-11-20 09:00")), after("civil", "police", 5, Course.PLANNED));

        assertThat(dates.promised("civil").dueAt()).isEqualTo(at("2026-11-20 17:00"));
        assertThat(dates.promised("police").dueAt()).isEqualTo(at("2026-11-30 17:00"));
        assertThat(dates.owed("police").dueAt()).isEqualTo(at("2026-11-30 17:00"));
    }

    @Test
    void the_whole_is_promised_with_its_latest_leg() {
        var dates = dates(
                founding(running("2026-11-20 09:00")),
                after("civil", "police", 5, Course.PLANNED),
                after("civil", "insurance", 8, Course.PLANNED),
                after("civil", "allowance", 5, Course.PLANNED));

        assertThat(dates.whole()).map(Due::dueAt).contains(at("2026-12-03 17:00"));
        assertThat(dates.decisiveChain()).extracting(Composition.Part::leg).containsExactly("civil", "insurance");
    }

    @Test
    void a_leg_that_begins_late_owes_its_full_budget_but_the_promise_stays() {
        var dates =
                dates(founding(running("2026-11-20 09:00")), after("civil", "police", 5, running("2026-11-25 10:00")));

        assertThat(dates.owed("police").dueAt()).isEqualTo(at("2026-12-02 17:00"));
        assertThat(dates.promised("police").dueAt()).isEqualTo(at("2026-11-30 17:00"));
        assertThat(dates.whole()).map(Due::dueAt).contains(at("2026-11-30 17:00"));
    }

    @Test
    void a_leg_that_begins_late_moves_what_is_owed_after_it() {
        var dates = dates(
                founding(running("2026-11-20 09:00")),
                after("civil", "allowance", 5, running("2026-11-25 10:00")),
                after("allowance", "department", 7, Course.PLANNED));

        assertThat(dates.owed("department").dueAt()).isEqualTo(at("2026-12-11 17:00"));
        assertThat(dates.promised("department").dueAt()).isEqualTo(at("2026-12-09 17:00"));
    }

    @Test
    void a_pause_moves_the_promise_of_its_leg_and_of_those_after_it() {
        var paused = new Course(
                at("2026-11-20 09:00"),
                false,
                List.of(new Pause(at("2026-11-20 10:00"), at("2026-11-23 10:00"))),
                List.of());

        var dates = dates(founding(paused), after("civil", "police", 5, Course.PLANNED));

        assertThat(dates.promised("civil").dueAt()).isEqualTo(at("2026-11-23 17:00"));
        assertThat(dates.whole()).map(Due::dueAt).contains(at("2026-12-01 17:00"));
    }

    @Test
    void a_pause_of_a_leg_that_has_time_to_spare_does_not_move_the_whole() {
        var paused = new Course(
                at("2026-11-20 16:00"),
                false,
                List.of(new Pause(at("2026-11-25 10:00"), at("2026-11-26 10:00"))),
                List.of());

        var dates = dates(
                founding(running("2026-11-20 09:00")),
                after("civil", "police", 5, paused),
                after("civil", "insurance", 8, running("2026-11-20 16:00")));

        assertThat(dates.promised("police").dueAt()).isEqualTo(at("2026-12-01 17:00"));
        assertThat(dates.whole()).map(Due::dueAt).contains(at("2026-12-03 17:00"));
    }

    @Test
    void a_leg_that_starts_anew_is_promised_from_there() {
        var restarted = new Course(at("2026-11-25 10:00"), true, List.of(), List.of());

        var dates = dates(founding(restarted), after("civil", "police", 5, Course.PLANNED));

        assertThat(dates.promised("civil").dueAt()).isEqualTo(at("2026-11-25 17:00"));
        assertThat(dates.whole()).map(Due::dueAt).contains(at("2026-12-02 17:00"));
    }

    @Test
    void agencies_in_other_calendars_each_count_in_their_own() {
        var dates = new Composition(
                received,
                List.of(
                        founding(running("2026-11-20 09:00")),
                        new Composition.Part(
                                "insurance", "civil", insurance(), Budget.of(3, WORKING_DAY), Course.PLANNED)));

        // closes at 16:30, and what ends at 17:00 elsewhere reaches it on Monday: Wed 25, Thu 26, Fri 27
        assertThat(dates.promised("insurance").dueAt()).isEqualTo(at("2026-11-27 16:30"));
    }

    @Test
    void legs_may_be_written_in_any_order() {
        var dates = dates(after("civil", "police", 5, Course.PLANNED), founding(running("2026-11-20 09:00")));

        assertThat(dates.promised("police").dueAt()).isEqualTo(at("2026-11-30 17:00"));
    }

    @Test
    void legs_that_wait_for_each_other_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> dates(after("b", "a", 1, Course.PLANNED), after("a", "b", 1, Course.PLANNED)));
    }

    @Test
    void without_legs_there_is_no_whole() {
        assertThat(dates().whole()).isEmpty();
        assertThat(dates().decisiveChain()).isEmpty();
    }

    private Composition dates(Composition.Part... parts) {
        return new Composition(received, List.of(parts));
    }

    private Composition.Part founding(Course course) {
        return part("civil", null, SAME_DAY, course);
    }

    private Composition.Part after(String after, String leg, int days, Course course) {
        return part(leg, after, Budget.of(days, WORKING_DAY), course);
    }

    private Composition.Part part(String leg, @Nullable String after, Budget budget, Course course) {
        return new Composition.Part(leg, after, ward, budget, course);
    }

    private static Course running(String since) {
        return new Course(at(since), false, List.of(), List.of());
    }

    private static WorkingCalendar insurance() {
        return Offices.insurance();
    }
}
