package vn.lienthong.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Duty;
import vn.lienthong.agency.Organisation;
import vn.lienthong.command.Forbidden;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.NotFound;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;

@ModuleTest
class ClaimingTest {

    private static final String POLICE = "an-hoa-cong-an";
    private static final String CIVIL_STATUS = "an-hoa-tu-phap";

    @Autowired
    Claiming claiming;

    @Autowired
    Bulk bulk;

    private final Work work;

    @Autowired
    LineMapper lines;

    @Autowired
    CurrentCaller callers;

    @Autowired
    Organisation organisation;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Database database;

    @Autowired
    ClaimingTest(AutowireCapableBeanFactory beans) {
        this.work = beans.createBean(Work.class);
    }

    @BeforeEach
    void nothing_to_do_yet() {
        database.empty();
    }

    @Test
    void whoever_claims_a_free_step_has_it() {
        String step = work.at(POLICE, Duty.CASE_OFFICER, null);

        as("congan", () -> claiming.claim(step));

        assertThat(line(step).assignee()).isEqualTo("congan");
        assertThat(line(step).claimedAt()).isNotNull();
    }

    @Test
    void claiming_again_what_one_has_changes_nothing() {
        String step = work.at(POLICE, Duty.CASE_OFFICER, null);
        as("congan", () -> claiming.claim(step));
        Line before = line(step);

        as("congan", () -> claiming.claim(step));

        assertThat(line(step)).isEqualTo(before);
    }

    @Test
    void of_twenty_at_once_exactly_one_gets_the_step() throws Exception {
        List<String> officers = twentyClerksAt("crowded-desk");
        String step = work.at("crowded-desk", Duty.CLERK, null);
        var start = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(officers.size());
        List<Future<String>> answers = new ArrayList<>();
        for (String officer : officers) {
            answers.add(threads.submit(() -> {
                start.await();
                try {
                    as(officer, () -> claiming.claim(step));
                    return "won";
                } catch (TakenByAnother lost) {
                    return String.valueOf(lost.state().get("assignee"));
                }
            }));
        }

        start.countDown();

        List<String> heard = new ArrayList<>();
        for (Future<String> answer : answers) {
            heard.add(answer.get());
        }
        threads.shutdown();
        String winner = String.valueOf(line(step).assignee());
        assertThat(heard.get(officers.indexOf(winner))).isEqualTo("won");
        assertThat(heard.stream().filter(winner::equals)).hasSize(19);
    }

    @Test
    void a_step_of_another_unit_is_not_there() {
        String step = work.at("phu-loc-cong-an", Duty.CASE_OFFICER, null);

        assertThatThrownBy(() -> as("congan", () -> claiming.claim(step))).isInstanceOf(NotFound.class);
    }

    @Test
    void a_supervisor_hands_on_but_does_not_do() {
        String step = work.at(CIVIL_STATUS, Duty.CASE_OFFICER, null);

        assertThatThrownBy(() -> as("giamsat", () -> claiming.claim(step))).isInstanceOf(Forbidden.class);
    }

    @Test
    void nobody_takes_a_wait() {
        String wait = work.waitingAt(POLICE, Duty.CASE_OFFICER);

        assertThatThrownBy(() -> as("congan", () -> claiming.claim(wait))).isInstanceOf(NothingToDoYet.class);
    }

    @Test
    void a_released_step_is_free_again() {
        String step = work.at(POLICE, Duty.CASE_OFFICER, null);
        as("congan", () -> claiming.claim(step));

        as("congan", () -> claiming.release(step));

        assertThat(line(step).assignee()).isNull();
        assertThat(line(step).claimedAt()).isNull();
    }

    @Test
    void a_step_goes_only_to_officers_of_its_post() {
        String step = work.at(CIVIL_STATUS, Duty.CASE_OFFICER, null);

        assertThatThrownBy(() -> as("giamsat", () -> claiming.assign(step, "congan", "Nghỉ phép")))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.field() + " " + problem.code())
                                .containsExactly("officer officer-not-at-post"));
        as("giamsat", () -> claiming.assign(step, "hotich", "Nghỉ phép"));

        assertThat(line(step).assignee()).isEqualTo("hotich");
    }

    @Test
    void many_at_once_are_answered_one_by_one() {
        String free = work.at(POLICE, Duty.CASE_OFFICER, null);
        String wait = work.waitingAt(POLICE, Duty.CASE_OFFICER);
        String others = work.at("phu-loc-cong-an", Duty.CASE_OFFICER, null);
        String alsoFree = work.at(POLICE, Duty.CLERK, null);

        List<Bulk.Answer> answers =
                callers.as("congan", () -> bulk.run("claim", List.of(free, wait, others, alsoFree), null, null));

        assertThat(answers.stream().map(answer -> refusal(answer.refusal())).toList())
                .containsExactly("", "NothingToDoYet", "NotFound", "");
        assertThat(line(free).assignee()).isEqualTo("congan");
        assertThat(line(alsoFree).assignee()).isEqualTo("congan");
    }

    @Test
    void a_bulk_command_without_sense_is_refused_as_a_whole() {
        assertThatThrownBy(() -> callers.as("congan", () -> bulk.run("explode", List.of(), null, null)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.field() + " " + problem.code())
                                .containsExactly("action bulk-action-unknown", "taskIds nothing-selected"));
    }

    private List<String> twentyClerksAt(String unit) {
        jdbc.sql("""
                        insert into agency.unit (code, name_vi, name_en, kind, calendar, valid_from)
                        values (:unit, 'Quầy đông việc', 'Crowded desk', 'AGENCY', 'ward', '2025-07-01')
                        on conflict do nothing
                        """).param("unit", unit).update();
        List<String> officers =
                IntStream.range(0, 20).mapToObj(i -> "clerk-" + i).toList();
        for (String officer : officers) {
            jdbc.sql(
                            "insert into agency.officer (username, full_name) values (:officer, :officer) on conflict do nothing")
                    .param("officer", officer)
                    .update();
            jdbc.sql("""
                            insert into agency.duty (officer, unit, duty, valid_from)
                            values (:officer, :unit, 'CLERK', '2025-07-01') on conflict do nothing
                            """).param("officer", officer).param("unit", unit).update();
        }
        // A change made past the product is seen within two seconds.
        long patience = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (organisation.officersOf(unit, Duty.CLERK, organisation.today()).size() < officers.size()) {
            assertThat(System.nanoTime()).isLessThan(patience);
            Thread.onSpinWait();
        }
        return officers;
    }

    private static String refusal(@Nullable RuntimeException refusal) {
        return refusal == null ? "" : refusal.getClass().getSimpleName();
    }

    private void as(String officer, Runnable work) {
        callers.as(officer, () -> {
            work.run();
            return null;
        });
    }

    private Line line(String taskId) {
        return Objects.requireNonNull(lines.find(taskId));
    }
}
