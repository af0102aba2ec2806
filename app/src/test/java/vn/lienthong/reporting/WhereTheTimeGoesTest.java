package vn.lienthong.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.command.Forbidden;
import vn.lienthong.dossier.Application;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Receiving;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.testing.SampleDossier;
import vn.lienthong.workflow.EngineClock;
import vn.lienthong.workflow.Processes;
import vn.lienthong.workflow.TimeMachine;
import vn.lienthong.worklist.Completing;
import vn.lienthong.worklist.Tasks;

/** Two families on a Friday morning; the registrar takes half an hour for the one and five working hours for the other. */
@ModuleTest
class WhereTheTimeGoesTest {

    private static final Locale VI = Locale.forLanguageTag("vi");
    private static final String REGISTER = "UserTask_VerifyAndRegister";

    private final SampleDossier family = SampleDossier.of("death-registration/05-merit-two-agencies");

    @Autowired
    Heat heat;

    @Autowired
    StepsDone steps;

    @Autowired
    CurrentCaller callers;

    @Autowired
    Receiving receiving;

    @Autowired
    Processes processes;

    @Autowired
    Tasks tasks;

    @Autowired
    Completing completing;

    @Autowired
    Database database;

    @Autowired
    TimeMachine time;

    @BeforeEach
    void two_families() {
        database.empty();
        time.set(family.receivedAt());
        DossierNumber quick = received();
        DossierNumber slow = received();
        time.set(family.receivedAt().plus(Duration.ofMinutes(30)));
        ordinary(quick, "hotich");
        // Friday morning to Monday morning: the week-end is nobody's working time.
        time.set(family.receivedAt().plus(Duration.ofDays(3)));
        ordinary(slow, "hotich");
        for (String officer : List.of("lanhdao", "vanthu")) {
            ordinary(quick, officer);
        }
    }

    @AfterEach
    void now() {
        time.reset();
    }

    @Test
    void a_step_is_told_in_working_time_and_against_its_budget() {
        Heat.Spot spot = spot("giamsat", null);

        assertThat(spot.number()).isEqualTo(2);
        assertThat(spot.median()).isEqualTo(Duration.ofMinutes(30).toSeconds());
        assertThat(spot.nine())
                .isGreaterThan(Duration.ofHours(5).toSeconds())
                .isLessThan(Duration.ofHours(12).toSeconds());
        assertThat(spot.latePercent()).isEqualTo(50);
        assertThat(spot.level()).isPositive();
        assertThat(spot.budgetPercent()).isNotNull();
    }

    @Test
    void every_number_leads_to_as_many_steps() {
        Heat.HeatMap map =
                callers.as("giamsat", () -> heat.of(family.procedure(), null, null, day(), day().plusDays(5), VI));

        assertThat(map.spots()).isNotEmpty();
        assertThat(map.spots()).anyMatch(spot -> !spot.isStep());
        for (Heat.Spot spot : map.spots()) {
            assertThat(done(spot, false)).as(spot.element()).hasSize(spot.number());
            assertThat(done(spot, true)).hasSize(Math.round(spot.number() * spot.latePercent() / 100f));
        }
    }

    @Test
    void another_wards_supervisor_reads_nothing_of_it_and_an_officer_no_figures_at_all() {
        assertThat(callers.as("giamsat2", () -> heat.of(family.procedure(), null, null, day(), day().plusDays(5), VI))
                        .spots())
                .isEmpty();
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> spot("hotich", null));
        assertThat(callers.as(
                                "giamsat",
                                () -> heat.of(family.procedure(), null, "an-hoa-van-xa", day(), day().plusDays(5), VI))
                        .spots())
                .isEmpty();
    }

    @Test
    void an_officers_week_is_counted_from_monday() {
        List<StepsDone.OfficerLoad> loads =
                callers.as("giamsat", () -> steps.loads(null, VI)).items();

        assertThat(loads)
                .filteredOn(load -> load.officer().equals("hotich"))
                .singleElement()
                .satisfies(load -> {
                    // The quick one was done on Friday, last week.
                    assertThat(load.done()).isEqualTo(1);
                    assertThat(load.open()).isZero();
                    assertThat(load.median()).isGreaterThan(Duration.ofHours(5).toSeconds());
                });
    }

    private Heat.Spot spot(String officer, @Nullable String unit) {
        return callers
                .as(officer, () -> heat.of(family.procedure(), null, unit, day(), day().plusDays(5), VI))
                .spots()
                .stream()
                .filter(spot -> spot.element().equals(REGISTER))
                .findFirst()
                .orElseThrow();
    }

    private List<StepsDone.DoneStep> done(Heat.Spot spot, boolean late) {
        StepsDone.Wish wish = new StepsDone.Wish(
                family.procedure(),
                null,
                spot.isStep() ? spot.element() : null,
                spot.isStep() ? null : spot.leg(),
                null,
                null,
                day(),
                day().plusDays(5),
                late);
        return callers.as("giamsat", () -> steps.page(wish, null, 50, VI)).items();
    }

    private LocalDate day() {
        return LocalDate.ofInstant(family.receivedAt(), EngineClock.ZONE);
    }

    private DossierNumber received() {
        return callers.as(
                "tiepnhan",
                () -> receiving.receive(new Application(
                        family.procedure(), "COUNTER", family.applicant(), family.data(), family.papers())));
    }

    private void ordinary(DossierNumber number, String officer) {
        String task = processes.openSteps(number.value()).get(0).taskId();
        callers.as(officer, () -> {
            Tasks.Outcome usual = tasks.open(task, Locale.ENGLISH).outcomes().stream()
                    .filter(Tasks.Outcome::isDefault)
                    .findFirst()
                    .orElseThrow();
            return completing.complete(task, usual.id(), null, null);
        });
    }
}
