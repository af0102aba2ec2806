package vn.lienthong.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.agency.Absences;
import vn.lienthong.agency.Absences.Cover;
import vn.lienthong.agency.Absences.Wish;
import vn.lienthong.agency.Changed;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Duty;
import vn.lienthong.agency.Organisation;
import vn.lienthong.command.Forbidden;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;
import vn.lienthong.command.Refused;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;

/** The registrar (hotich) is away from Monday, 23 to Tuesday, 24 November 2026; it is Friday now. */
@ModuleTest
class StandingInTest {

    private static final String CIVIL_STATUS = "an-hoa-tu-phap";
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

    @Autowired
    Absences absences;

    @Autowired
    Claiming claiming;

    @Autowired
    Worklist worklist;

    @Autowired
    Organisation organisation;

    @Autowired
    CurrentCaller callers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Database database;

    private final Work work;

    @Autowired
    StandingInTest(AutowireCapableBeanFactory beans) {
        this.work = beans.createBean(Work.class);
    }

    @BeforeEach
    void friday() {
        database.empty();
        on("2026-11-20");
    }

    @AfterEach
    void everybody_back() {
        ClockUtil.reset();
        jdbc.sql("delete from agency.delegation").update();
        jdbc.sql("delete from agency.absence").update();
        jdbc.sql("delete from agency.duty where officer = 'tiepnhan' and unit = :unit")
                .param("unit", CIVIL_STATUS)
                .update();
        Changed.organisation(organisation);
    }

    @Test
    void everything_moves_on_the_first_day_and_comes_back_after_the_last_by_itself() {
        String taken = takenBy("hotich");
        String other = takenBy("hotich");
        declare("lanhdao", away("hotich", "vanthu"));

        assertThat(mine("vanthu")).isEmpty();

        on("2026-11-23");

        assertThat(mine("vanthu")).containsExactlyInAnyOrder(taken, other);
        as("vanthu", () -> claiming.claim(taken));
        assertThat(mine("vanthu")).containsExactlyInAnyOrder(taken, other);
        assertThat(mine("hotich")).containsExactly(other);
        assertThat(item("hotich", taken).assigneeName()).isEqualTo("Vũ Thị Ngọc Ánh");
        assertThat(item("hotich", taken).forName()).isEqualTo("Lê Minh Tuấn");

        on("2026-11-25");

        assertThat(mine("vanthu")).isEmpty();
        assertThat(mine("hotich")).containsExactlyInAnyOrder(taken, other);
        assertThat(item("hotich", taken).holder()).isEqualTo("hotich");
    }

    @Test
    void the_history_says_who_acted_for_whom() {
        String step = takenBy("hotich");
        declare("lanhdao", away("hotich", "vanthu"));
        on("2026-11-23");

        as("vanthu", () -> claiming.claim(step));

        assertThat(jdbc.sql("select actor || ' for ' || on_behalf_of from dossier.event where on_behalf_of is not null")
                        .query(String.class)
                        .list())
                .containsExactly("vanthu for hotich");
    }

    @Test
    void a_colleague_of_the_same_duty_stands_in_as_well() {
        colleague();
        String step = takenBy("hotich");
        declare("lanhdao", away("hotich", "tiepnhan"));
        on("2026-11-23");

        as("tiepnhan", () -> claiming.claim(step));

        assertThat(mine("tiepnhan")).containsExactly(step);
        assertThat(jdbc.sql("select on_behalf_of from worklist.line")
                        .query(String.class)
                        .single())
                .isEqualTo("hotich");
    }

    @Test
    void work_that_goes_back_to_the_queue_is_anybodys_of_the_post_for_those_days() {
        colleague();
        String step = takenBy("hotich");
        assertThatExceptionOfType(TakenByAnother.class).isThrownBy(() -> as("tiepnhan", () -> claiming.claim(step)));
        declare("lanhdao", away("hotich"));
        on("2026-11-23");

        as("tiepnhan", () -> claiming.claim(step));

        assertThat(mine("tiepnhan")).containsExactly(step);
        on("2026-11-25");
        assertThat(mine("tiepnhan")).containsExactly(step);
    }

    @Test
    void revoked_it_ends_at_once_and_only_once() {
        String step = takenBy("hotich");
        long id = declare("lanhdao", away("hotich", "vanthu"));
        on("2026-11-23");
        assertThat(mine("vanthu")).containsExactly(step);

        as("lanhdao", () -> absences.revoke(id));

        assertThat(mine("vanthu")).isEmpty();
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> as("lanhdao", () -> absences.revoke(id)));
    }

    @Test
    void nobody_assigns_to_who_is_away() {
        colleague();
        String step = takenBy("tiepnhan");
        declare("lanhdao", away("hotich", "tiepnhan"));
        on("2026-11-23");

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> as("lanhdao", () -> claiming.assign(step, "hotich", "Giúp một tay")))
                .satisfies(refusal ->
                        assertThat(refusal.problems()).extracting(Problem::code).containsExactly("officer-away"));
    }

    @Test
    void absences_that_overlap_or_turn_in_a_circle_are_refused() {
        declare("lanhdao", away("hotich", "vanthu"));

        assertThat(faults(away("hotich", "giamsat"))).contains("absence-overlaps");
        assertThat(faults(new Wish("vanthu", MONDAY, MONDAY, "2/QĐ", "Ốm", List.of(clerk("hotich")))))
                .contains("absence-circular", "stands-in-meanwhile");
        assertThat(faults(new Wish("vanthu", MONDAY, MONDAY, "2/QĐ", "Ốm", List.of(clerk("giamsat")))))
                .containsExactly("stands-in-meanwhile");
        assertThat(faults(new Wish(
                        "vanthu", TUESDAY.plusDays(1), TUESDAY.plusDays(1), "2/QĐ", "Ốm", List.of(clerk("hotich")))))
                .isEmpty();
        assertThat(faults(new Wish("hotich", MONDAY.minusDays(9), MONDAY.minusDays(9), " ", "", List.of())))
                .contains("absence-in-the-past", "required", "nothing-to-cover");
        assertThat(faults(new Wish(
                        "hotich",
                        TUESDAY.plusDays(2),
                        TUESDAY.plusDays(2),
                        "3/QĐ",
                        "Ốm",
                        List.of(registrar("congan2")))))
                .containsExactly("stand-in-elsewhere");
    }

    @Test
    void who_has_no_right_declares_nothing() {
        for (String officer : List.of("tiepnhan", "lanhdao2", "giamsat", "thanhtra")) {
            assertThatExceptionOfType(Forbidden.class)
                    .as(officer)
                    .isThrownBy(() -> declare(officer, away("hotich", "vanthu")));
        }
        assertThat(declare("nghiepvu", away("hotich", "vanthu"))).isPositive();
    }

    private static Wish away(String officer, String... standIns) {
        return new Wish(officer, MONDAY, TUESDAY, "12/QĐ-UBND", "Nghỉ phép", List.of(registrar(standIns)));
    }

    private static Cover registrar(String... standIns) {
        return new Cover(CIVIL_STATUS, Duty.CASE_OFFICER, List.of(standIns));
    }

    private static Cover clerk(String standIn) {
        return new Cover("an-hoa-van-phong", Duty.CLERK, List.of(standIn));
    }

    private List<String> faults(Wish wish) {
        try {
            as("lanhdao", () -> absences.check(wish));
            return List.of();
        } catch (InvalidInput invalid) {
            return invalid.problems().stream().map(Problem::code).toList();
        }
    }

    private long declare(String head, Wish wish) {
        return callers.as(head, () -> absences.declare(wish));
    }

    private String takenBy(String officer) {
        String step = work.at(CIVIL_STATUS, Duty.CASE_OFFICER, Instant.parse("2026-11-27T03:00:00Z"));
        as(officer, () -> claiming.claim(step));
        return step;
    }

    /** The receptionist helps at the registrar's, in the same duty. */
    private void colleague() {
        jdbc.sql(
                        "insert into agency.duty (officer, unit, duty, valid_from) values ('tiepnhan', :unit, 'CASE_OFFICER', '2026-01-01')")
                .param("unit", CIVIL_STATUS)
                .update();
        Changed.organisation(organisation);
    }

    private List<String> mine(String officer) {
        List<Item> found = callers.as(
                officer,
                () -> worklist.page(Queue.MINE, null, null, 50, Locale.ENGLISH).items());
        assertThat(callers.as(officer, () -> worklist.counts().mine())).isEqualTo(found.size());
        return found.stream().map(item -> item.line().taskId()).toList();
    }

    private Item item(String officer, String taskId) {
        Supplier<List<Item>> team =
                () -> worklist.page(Queue.TEAM, null, null, 50, Locale.ENGLISH).items();
        return callers.as(officer, team).stream()
                .filter(item -> item.line().taskId().equals(taskId))
                .findFirst()
                .orElseThrow();
    }

    private void on(String day) {
        ClockUtil.setCurrentTime(Date.from(Instant.parse(day + "T03:00:00Z")));
    }

    private void as(String officer, Runnable deed) {
        callers.as(officer, () -> {
            deed.run();
            return null;
        });
    }
}
