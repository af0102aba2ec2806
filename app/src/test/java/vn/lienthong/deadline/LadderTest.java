package vn.lienthong.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static vn.lienthong.agency.calendar.Offices.at;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.agency.calendar.BudgetUnit;
import vn.lienthong.agency.calendar.Offices;
import vn.lienthong.agency.calendar.Pause;
import vn.lienthong.procedure.Edition;

class LadderTest {

    private static final Rung EIGHTY = Rung.of("80%", "STEP", "assignee", "ADVISE");
    private static final Rung DUE = Rung.of("due", "STEP", "unit-head", "ACT");
    private static final Rung LATE = Rung.of("+1 WORKING_DAY", "STEP", "agency-head", "ACT");
    private static final Rung WATCHED = Rung.of("+1 WORKING_DAY", "STEP", "supervisor", "ACT");
    private static final Rung APOLOGY = Rung.of("-1 WORKING_DAY", "DOSSIER", "supervisor", "APOLOGISE");

    private final Ladder ladder = new Ladder(List.of(LATE, EIGHTY, DUE, WATCHED, APOLOGY));

    @Test
    void rungs_are_climbed_in_the_order_of_time() {
        assertThat(ladder.ahead(Level.STEP, run("2026-11-16 07:30", "2026-11-16 16:30"), Set.of()))
                .extracting(step -> step.rung().id(), Ladder.Step::reachedAt, Ladder.Step::toldAt)
                .containsExactly(
                        tuple("80% assignee", "2026-11-16 15:00", "2026-11-16 15:00"),
                        tuple("due unit-head", "2026-11-16 16:30", "2026-11-16 16:30"),
                        tuple("+1 WORKING_DAY agency-head", "2026-11-17 16:30", "2026-11-17 16:30"),
                        tuple("+1 WORKING_DAY supervisor", "2026-11-17 16:30", "2026-11-17 16:30"));
    }

    @Test
    void nobody_is_called_when_the_office_is_closed() {
        assertThat(ladder.ahead(Level.STEP, run("2026-11-20 07:30", "2026-11-20 17:00"), Set.of()))
                .extracting(step -> step.rung().id(), Ladder.Step::reachedAt, Ladder.Step::toldAt)
                .contains(tuple("due unit-head", "2026-11-20 17:00", "2026-11-23 07:30"))
                .contains(tuple("+1 WORKING_DAY supervisor", "2026-11-23 17:00", "2026-11-25 07:30"));
    }

    @Test
    void a_rung_that_says_at_once_is_told_at_night_too() {
        var night = at("2026-11-20 17:20");

        var step = new Ladder(List.of(DUE.toldAtOnce()))
                .ahead(Level.STEP, run("2026-11-20 07:30", "2026-11-20 17:00"), Set.of())
                .get(0);

        assertThat(step.toldAt()).isEqualTo(at("2026-11-20 17:00"));
        assertThat(step.toldAt(Offices.ward(), night)).isEqualTo(at("2026-11-20 17:00"));
    }

    @Test
    void what_an_edition_says_is_told_at_once_is() {
        var edition = List.of(new Edition.Rung("due", "STEP", "unit-head", "ACT", null, true));

        assertThat(Ladders.choose(Level.STEP, edition, role -> false, null, List.of()))
                .containsExactly(DUE.toldAtOnce());
    }

    @Test
    void a_rung_that_was_reached_is_behind() {
        assertThat(ladder.ahead(Level.STEP, run("2026-11-16 07:30", "2026-11-16 16:30"), Set.of("80% assignee")))
                .extracting(step -> step.rung().id())
                .doesNotContain("80% assignee")
                .hasSize(3);
    }

    @Test
    void the_last_working_day_before_a_promise_is_the_time_to_apologise() {
        assertThat(ladder.ahead(Level.DOSSIER, run("2026-11-20 09:00", "2026-11-30 17:00"), Set.of()))
                .singleElement()
                .extracting(Ladder.Step::reachedAt, Ladder.Step::toldAt)
                .containsExactly(at("2026-11-27 17:00"), at("2026-11-30 07:30"));
    }

    @Test
    void an_edition_replaces_the_levels_that_it_names() {
        var edition = List.of(new Edition.Rung("50%", "STEP", "unit-head", "ADVISE", null, false));

        assertThat(Ladders.choose(Level.STEP, edition, role -> false, null, ladder.of(Level.STEP)))
                .extracting(Rung::id)
                .containsExactly("50% unit-head");
        assertThat(Ladders.choose(Level.DOSSIER, edition, role -> false, null, ladder.of(Level.DOSSIER)))
                .containsExactly(APOLOGY);
    }

    @Test
    void an_edition_may_have_rungs_for_one_agency_that_others_do_not_climb() {
        var edition = List.of(
                new Edition.Rung("50%", "STEP", "unit-head", "ADVISE", null, false),
                new Edition.Rung("90%", "STEP", "agency-head", "ACT", "police", false));

        assertThat(Ladders.choose(Level.STEP, edition, "police"::equals, null, List.of()))
                .extracting(Rung::id)
                .containsExactly("90% agency-head");
        assertThat(Ladders.choose(Level.STEP, edition, "civil-status"::equals, null, List.of()))
                .extracting(Rung::id)
                .containsExactly("50% unit-head");
    }

    @Test
    void an_agencys_own_ladder_goes_before_the_usual_one_and_after_the_editions() {
        var own = List.of(Rung.of("70%", "STEP", "assignee", "ADVISE"));
        var edition = List.of(new Edition.Rung("50%", "STEP", "unit-head", "ADVISE", null, false));

        assertThat(Ladders.choose(Level.STEP, List.of(), role -> false, own, ladder.of(Level.STEP)))
                .isEqualTo(own);
        assertThat(Ladders.choose(Level.STEP, List.of(), role -> false, List.of(), ladder.of(Level.STEP)))
                .as("an agency may call nobody")
                .isEmpty();
        assertThat(Ladders.choose(Level.STEP, edition, role -> false, own, ladder.of(Level.STEP)))
                .extracting(Rung::id)
                .containsExactly("50% unit-head");
    }

    @ParameterizedTest
    @CsvSource({
        "-4 WORKING_HOUR, 2026-11-20 13:00",
        "+1 WORKING_HOUR, 2026-11-23 08:30",
        "+2 HOUR, 2026-11-20 19:00",
        "-1 CALENDAR_DAY, 2026-11-19 17:00",
        "-5 WORKING_DAY, 2026-11-13 17:00",
        "+2 WORKING_DAY, 2026-11-25 17:00",
        "1 WORKING_DAY, 2026-11-23 17:00",
        "due, 2026-11-20 17:00",
        "100%, 2026-11-20 17:00"
    })
    void an_offset_is_measured_from_the_due_date(String when, String reachedAt) {
        assertThat(When.parse(when).on(run("2026-11-20 07:30", "2026-11-20 17:00")))
                .isEqualTo(at(reachedAt));
    }

    @Test
    void a_share_leaves_pauses_out() {
        var run = new When.Run(
                Offices.ward(),
                at("2026-11-16 07:30"),
                at("2026-11-18 17:00"),
                BudgetUnit.WORKING_DAY,
                List.of(new Pause(at("2026-11-16 11:30"), at("2026-11-18 07:30"))));

        assertThat(When.parse("50%").on(run)).isEqualTo(at("2026-11-18 09:30"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "1 SAME_DAY", "+1 FORTNIGHT", "80", "-4"})
    void what_is_no_moment_is_refused(String when) {
        assertThatIllegalArgumentException().isThrownBy(() -> When.parse(when));
    }

    @Test
    void a_rung_that_calls_nobody_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Rung.of("due", "STEP", "minister", "ACT"));
        assertThatIllegalArgumentException().isThrownBy(() -> Rung.of("due", "DESK", "unit-head", "ACT"));
        assertThatIllegalArgumentException().isThrownBy(() -> Rung.of("due", "STEP", "unit-head", "SHOUT"));
    }

    private static org.assertj.core.groups.Tuple tuple(String rung, String reachedAt, String toldAt) {
        return org.assertj.core.groups.Tuple.tuple(rung, at(reachedAt), at(toldAt));
    }

    private static When.Run run(String from, String due) {
        return new When.Run(Offices.ward(), at(from), at(due), BudgetUnit.WORKING_HOUR, List.of());
    }
}
