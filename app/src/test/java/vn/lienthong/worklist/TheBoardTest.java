package vn.lienthong.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.agency.Calendars;
import vn.lienthong.agency.Changed;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Duty;
import vn.lienthong.agency.Organisation;
import vn.lienthong.command.Forbidden;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;

/** Friday, 20 November 2026; steps of {@link Work} were opened that morning at half past seven. */
@ModuleTest
class TheBoardTest {

    private static final String POLICE = "an-hoa-cong-an";
    private static final String CIVIL_STATUS = "an-hoa-tu-phap";
    private static final String DESK = "an-hoa-mot-cua";
    private static final Locale VI = Locale.forLanguageTag("vi");

    @Autowired
    Board board;

    @Autowired
    Bulk bulk;

    @Autowired
    Claiming claiming;

    @Autowired
    LineMapper lines;

    @Autowired
    CurrentCaller callers;

    @Autowired
    Database database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Organisation organisation;

    @Autowired
    Calendars calendars;

    private final Work work;

    @Autowired
    TheBoardTest(AutowireCapableBeanFactory beans) {
        this.work = beans.createBean(Work.class);
    }

    @BeforeEach
    void friday_at_ten() {
        database.empty();
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-11-20T03:00:00Z")));
    }

    @AfterEach
    void clock_back() {
        ClockUtil.reset();
        jdbc.sql("update agency.unit set calendar = 'ward' where calendar = 'tried-long'")
                .update();
        jdbc.sql("delete from agency.calendar_session where calendar = 'tried-long'")
                .update();
        jdbc.sql("delete from agency.calendar where key = 'tried-long'").update();
        forgetReferenceData();
    }

    @Test
    void every_number_is_the_number_of_lines_behind_it() {
        fill();

        for (Dimension dimension : Dimension.values()) {
            Board.Overview overview = overview("giamsat", dimension, Scope.ALL);
            for (Condition condition : Condition.values()) {
                assertThat(taskIds("giamsat", condition, Scope.ALL))
                        .as("%s in all", condition)
                        .hasSize(overview.total().of(condition));
                assertThat(overview.shares().stream()
                                .mapToInt(share -> share.numbers().of(condition))
                                .sum())
                        .isEqualTo(overview.total().of(condition));
                for (Board.Share share : overview.shares()) {
                    assertThat(taskIds("giamsat", condition, Scope.ALL.with(dimension, share.key())))
                            .as("%s of %s %s", condition, dimension, share.key())
                            .hasSize(share.numbers().of(condition));
                }
            }
        }
        assertThat(overview("giamsat", Dimension.AGENCY, Scope.ALL).total().late())
                .isPositive();
    }

    @Test
    void a_part_of_the_work_is_looked_at_by_something_else_and_its_numbers_still_add_up() {
        fill();
        Scope police = Scope.ALL.with(Dimension.UNIT, POLICE);

        Board.Overview whole = overview("giamsat", Dimension.UNIT, Scope.ALL);
        Board.Overview officers = overview("giamsat", Dimension.OFFICER, police);

        assertThat(whole.shares())
                .filteredOn(share -> share.key().equals(POLICE))
                .extracting(Board.Share::numbers)
                .containsExactly(officers.total());
    }

    @Test
    void a_step_counts_as_untaken_after_eight_working_hours_and_no_longer_once_somebody_took_it() {
        String forgotten = work.at(CIVIL_STATUS, Duty.CASE_OFFICER, null);
        String taken = work.at(CIVIL_STATUS, Duty.CASE_OFFICER, null);
        act("hotich", () -> claiming.claim(taken));

        assertThat(taskIds("giamsat", Condition.UNCLAIMED, Scope.ALL)).isEmpty();

        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-11-23T03:00:00Z")));

        assertThat(taskIds("giamsat", Condition.UNCLAIMED, Scope.ALL)).containsExactly(forgotten);
    }

    @Test
    void soon_and_for_long_are_meant_in_the_hours_of_the_unit_that_works_on_a_step() {
        jdbc.sql("insert into agency.calendar values ('tried-long', 'Thử', 'Tried', 'vn-public-service')")
                .update();
        jdbc.sql(
                        "insert into agency.calendar_session"
                                + " select 'tried-long', weekday, '06:00', '20:00', '2000-01-01', null from generate_series(1, 6) weekday")
                .update();
        jdbc.sql("update agency.unit set calendar = 'tried-long' where code = ?")
                .param(POLICE)
                .update();
        forgetReferenceData();
        Instant monday = Instant.parse("2026-11-23T02:00:00Z");
        String police = work.atFor(DESK, POLICE, Duty.CASE_OFFICER, monday);
        String ours = work.at(CIVIL_STATUS, Duty.CASE_OFFICER, monday);

        assertThat(taskIds("giamsat", Condition.SOON, Scope.ALL))
                .as("the police work on Saturday before")
                .containsExactly(ours);

        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-11-20T09:00:00Z")));

        assertThat(taskIds("giamsat", Condition.UNCLAIMED, Scope.ALL))
                .as("the police work at noon")
                .containsExactly(police);
        assertThat(overview("giamsat", Dimension.UNIT, Scope.ALL).total()).isEqualTo(new Board.Numbers(0, 1, 1, 2, 0));
    }

    @Test
    void the_home_sees_other_agencies_steps_and_cannot_act_for_them() {
        Instant late = Instant.parse("2026-11-20T01:00:00Z");
        String police = work.atFor(DESK, POLICE, Duty.CASE_OFFICER, late);
        String ours = work.at(CIVIL_STATUS, Duty.CASE_OFFICER, late);

        List<Board.Overseen> seen = callers.as("giamsat", () -> board.lines(Condition.LATE, Scope.ALL, null, 50, VI))
                .items();
        List<Bulk.Answer> answers = callers.as("giamsat", () -> bulk.run("raise", List.of(police, ours), null, null));

        assertThat(seen).extracting(one -> one.item().line().taskId()).containsExactlyInAnyOrder(police, ours);
        assertThat(seen)
                .filteredOn(Board.Overseen::mayAct)
                .extracting(one -> one.item().line().taskId())
                .containsExactly(ours);
        assertThat(answers.get(0).refusal()).isInstanceOf(Forbidden.class);
        assertThat(answers.get(1).refusal()).isNull();
        assertThat(found(police).priority()).isZero();
        assertThat(found(ours).priority()).isEqualTo(1);
    }

    @Test
    void recalled_work_is_back_in_the_queue_and_lowered_priority_stops_at_none() {
        String step = work.at(CIVIL_STATUS, Duty.CASE_OFFICER, null);
        act("hotich", () -> claiming.claim(step));

        List<Bulk.Answer> recalled = callers.as("lanhdao", () -> bulk.run("recall", List.of(step), null, "Đi học"));
        callers.as("lanhdao", () -> bulk.run("lower", List.of(step), null, null));

        assertThat(recalled.get(0).refusal()).isNull();
        assertThat(found(step).assignee()).isNull();
        assertThat(found(step).priority()).isZero();
        assertThat(callers.as("hotich", () -> bulk.run("recall", List.of(step), null, "x"))
                        .get(0)
                        .refusal())
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void who_oversees_nobody_has_no_board() {
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> overview("hotich", Dimension.UNIT, Scope.ALL));
        assertThat(overview("giamsat2", Dimension.UNIT, Scope.ALL).total()).isEqualTo(Board.Numbers.NONE);
    }

    private void forgetReferenceData() {
        Changed.organisation(organisation);
        Changed.calendars(calendars);
    }

    /** Late, soon, far off, undated; taken and free; own units, another agency for our dossiers, another ward. */
    private void fill() {
        Random random = new Random(42);
        Instant now = Instant.parse("2026-11-20T03:00:00Z");
        List<String> taken = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            Instant due = i % 7 == 0 ? null : now.plusSeconds(random.nextInt(-200_000, 600_000));
            switch (i % 5) {
                case 0 -> work.atFor(DESK, POLICE, Duty.CASE_OFFICER, due == null ? now : due);
                case 1 -> work.at("phu-loc-tu-phap", Duty.CASE_OFFICER, due);
                case 2 -> work.waitingAt(DESK, Duty.RECEPTION_OFFICER);
                case 3 -> work.at("an-hoa-van-phong", Duty.CLERK, due);
                default -> taken.add(work.at(CIVIL_STATUS, Duty.CASE_OFFICER, due));
            }
        }
        act("hotich", () -> taken.stream().limit(9).forEach(claiming::claim));
    }

    private Board.Overview overview(String officer, Dimension dimension, Scope scope) {
        return callers.as(officer, () -> board.overview(dimension, scope, VI));
    }

    /** All pages of seven. */
    private List<String> taskIds(String officer, Condition condition, Scope scope) {
        List<String> found = new ArrayList<>();
        @Nullable String after = null;
        do {
            String from = after;
            Board.Page page = callers.as(officer, () -> board.lines(condition, scope, from, 7, VI));
            page.items().forEach(one -> found.add(one.item().line().taskId()));
            after = page.next();
        } while (after != null);
        assertThat(found).doesNotHaveDuplicates();
        return found;
    }

    private Line found(String taskId) {
        return java.util.Objects.requireNonNull(lines.find(taskId));
    }

    private void act(String officer, Runnable work) {
        callers.as(officer, () -> {
            work.run();
            return null;
        });
    }
}
