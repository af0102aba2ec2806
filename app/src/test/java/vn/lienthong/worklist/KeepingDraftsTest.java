package vn.lienthong.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Duty;
import vn.lienthong.command.Forbidden;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.NotFound;
import vn.lienthong.command.Refused;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.workflow.TimeMachine;

@ModuleTest
class KeepingDraftsTest {

    private static final Instant FRIDAY = Instant.parse("2026-11-20T10:00:00+07:00");
    private static final Map<String, Object> TYPED = Map.of("registration", Map.of("book", "01/2026"));

    @Autowired
    KeepingDrafts drafting;

    @Autowired
    LineMapper lines;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CurrentCaller callers;

    @Autowired
    Database database;

    @Autowired
    TimeMachine time;

    private final Work work;
    private String task = "";

    @Autowired
    KeepingDraftsTest(AutowireCapableBeanFactory beans) {
        this.work = beans.createBean(Work.class);
    }

    @BeforeEach
    void a_step_for_the_registrar() {
        database.empty();
        time.set(FRIDAY);
        task = work.at("an-hoa-tu-phap", Duty.CASE_OFFICER, FRIDAY.plusSeconds(3_600));
    }

    @AfterEach
    void clock_back() {
        time.reset();
    }

    @Test
    void what_was_typed_is_found_again_by_who_typed_it() {
        KeepingDrafts.Kept kept = keep("Chờ sổ");

        assertThat(kept.at()).isEqualTo(FRIDAY);
        assertThat(kept.takenBy()).isNull();
        assertThat(callers.as("hotich", () -> drafting.find(task)))
                .contains(new KeepingDrafts.Draft(Map.copyOf(TYPED), "Chờ sổ", FRIDAY));
        assertThat(callers.as("giamsat", () -> drafting.find(task))).isEmpty();
    }

    @Test
    void the_last_words_count_and_a_discarded_draft_is_gone() {
        keep("a");
        keep("b");
        assertThat(callers.as("hotich", () -> drafting.find(task)).orElseThrow().note())
                .isEqualTo("b");

        callers.as("hotich", () -> {
            drafting.discard(task);
            return null;
        });

        assertThat(callers.as("hotich", () -> drafting.find(task))).isEmpty();
    }

    @Test
    void who_lost_the_step_to_a_colleague_hears_it_and_loses_nothing() {
        jdbc.sql("update worklist.line set assignee = 'lanhdao', claimed_at = now() where task_id = :task")
                .param("task", task)
                .update();

        assertThat(keep("Chờ sổ").takenBy()).isNotBlank();
        assertThat(callers.as("hotich", () -> drafting.find(task))).isPresent();
    }

    @Test
    void a_step_that_closes_takes_its_drafts_along_and_keeps_no_new_ones() {
        keep("a");
        lines.close(task, null, "accept", FRIDAY, 60, null);

        assertThat(jdbc.sql("select count(*) from worklist.draft")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThatThrownBy(() -> keep("b")).isInstanceOf(Refused.class);
    }

    @Test
    void only_who_could_do_the_step_drafts_it() {
        assertThatThrownBy(() -> callers.as("giamsat", () -> drafting.keep(task, TYPED, "")))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> callers.as("hotich2", () -> drafting.keep(task, TYPED, "")))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> keep("x".repeat(4_001))).isInstanceOf(InvalidInput.class);
    }

    private KeepingDrafts.Kept keep(String note) {
        return callers.as("hotich", () -> drafting.keep(task, Map.copyOf(TYPED), note));
    }
}
