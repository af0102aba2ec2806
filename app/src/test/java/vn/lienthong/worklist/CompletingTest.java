package vn.lienthong.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.agency.Changed;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Delegating;
import vn.lienthong.agency.Organisation;
import vn.lienthong.command.Forbidden;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.NotFound;
import vn.lienthong.command.Refused;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.DossierState;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.workflow.EngineClock;
import vn.lienthong.workflow.Processes;
import vn.lienthong.workflow.TimeMachine;

@ModuleTest
class CompletingTest {

    private static final Locale VI = Locale.forLanguageTag("vi");

    @Autowired
    Completing completing;

    @Autowired
    Claiming claiming;

    @Autowired
    Tasks tasks;

    private final Work work;

    @Autowired
    LineMapper lines;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Processes processes;

    @Autowired
    CurrentCaller callers;

    @Autowired
    Delegating delegating;

    @Autowired
    Organisation organisation;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Database database;

    @Autowired
    TimeMachine time;

    @Autowired
    CompletingTest(AutowireCapableBeanFactory beans) {
        this.work = beans.createBean(Work.class);
    }

    @BeforeEach
    void nothing_to_do_yet() {
        database.empty();
    }

    @AfterEach
    void clock_back() {
        time.reset();
    }

    @Test
    void a_received_dossier_lies_with_the_registrar_with_all_that_the_list_shows() {
        DossierNumber number = work.received("01-two-items-morning");

        Line line = work.openStepOf(number);

        assertThat(line.step()).isEqualTo("UserTask_VerifyAndRegister");
        assertThat(line.dossier()).isEqualTo(number.value());
        assertThat(line.origin()).isEqualTo(number.value());
        assertThat(line.leg()).isEqualTo("civil-status");
        assertThat(line.unit()).isEqualTo("an-hoa-tu-phap");
        assertThat(line.applicant()).isEqualTo("Nguyễn Thị Thanh Hà");
        assertThat(line.assignee()).isNull();
        assertThat(line.dueAt()).isNotNull();
    }

    @Test
    void a_step_opens_with_its_form_what_is_known_and_one_ordinary_way_on() {
        Line line = work.openStepOf(work.received("01-two-items-morning"));

        Tasks.Task task = as("hotich", () -> tasks.open(line.taskId(), VI));

        assertThat(task.form()).containsEntry("id", "verify-and-register");
        assertThat(task.data()).containsKeys("applicant", "deceased").doesNotContainKey("package");
        assertThat(task.outcomes().stream().filter(Tasks.Outcome::isDefault))
                .singleElement()
                .satisfies(outcome -> assertThat(outcome.id()).isEqualTo("register"));
        assertThat(task.mayDo()).isTrue();
    }

    @Test
    void the_ordinary_way_needs_nothing_but_the_form_as_it_was_handed_out() {
        DossierNumber number = work.received("01-two-items-morning");
        Line line = work.openStepOf(number);
        Tasks.Task task = as("hotich", () -> tasks.open(line.taskId(), VI));

        as("hotich", () -> completing.complete(line.taskId(), "register", task.data(), null));

        assertThat(work.openStepOf(number).step()).isNotEqualTo("UserTask_VerifyAndRegister");
        assertThat(lines.find(line.taskId())).isNull();
        LineMapper.ClosedLine closed = Objects.requireNonNull(lines.closed(line.taskId()));
        assertThat(closed.assignee()).isEqualTo("hotich");
        assertThat(closed.outcome()).isEqualTo("register");
        assertThat(jdbc.sql("select claimed_at = closed_at from worklist.closed_line where task_id = ?")
                        .param(line.taskId())
                        .query(Boolean.class)
                        .single())
                .as("taken when it was ended")
                .isTrue();
    }

    @Test
    void every_fault_is_told_at_once_and_nothing_is_kept() {
        DossierNumber number = work.received("01-two-items-morning");
        Line line = work.openStepOf(number);
        Map<String, Object> before = dossiers.get(number).content();

        InvalidInput refusal = catchThrowableOfType(
                InvalidInput.class,
                () -> as(
                        "hotich",
                        () -> completing.complete(
                                line.taskId(),
                                "refuse",
                                Map.of("deceased", Map.of("fullName", "Somebody Else"), "nonsense", 1),
                                " ")));

        assertThat(refusal.problems())
                .extracting(problem -> problem.field() + " " + problem.code())
                .containsExactlyInAnyOrder(
                        "note required", "data.deceased.fullName read-only", "data.nonsense unknown-field");
        assertThat(dossiers.get(number).content()).isEqualTo(before);
        assertThat(work.openStepOf(number)).isEqualTo(line);
    }

    @Test
    void an_outcome_the_step_does_not_have_is_refused_with_those_it_has() {
        Line line = work.openStepOf(work.received("01-two-items-morning"));

        InvalidInput refusal = catchThrowableOfType(
                InvalidInput.class,
                () -> as("hotich", () -> completing.complete(line.taskId(), "explode", null, null)));

        assertThat(refusal.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo("outcome");
            assertThat(problem.code()).isEqualTo("outcome-unknown");
            assertThat(String.valueOf(problem.args().get(0))).contains("register", "refuse");
        });
    }

    @Test
    void refusing_does_not_ask_for_what_only_registering_needs() {
        DossierNumber number = work.received("01-two-items-morning");
        Line line = work.openStepOf(number);

        as("hotich", () -> completing.complete(line.taskId(), "refuse", Map.of(), "Không thuộc thẩm quyền"));

        assertThat(work.openStepOf(number).step()).isEqualTo("UserTask_ApproveRefusal");
    }

    @Test
    void whoever_comes_second_hears_who_was_faster_and_when() {
        Line line = work.openStepOf(work.received("01-two-items-morning"));
        as("hotich", () -> completing.complete(line.taskId(), "register", null, null));

        Refused refusal = catchThrowableOfType(
                Refused.class, () -> as("hotich", () -> completing.complete(line.taskId(), "register", null, null)));

        assertThat(refusal.code()).isEqualTo("task-finished");
        assertThat(refusal.state())
                .containsEntry("assignee", "hotich")
                .containsEntry("closedAt", "2026-11-20T10:05:00+07:00")
                .containsEntry("outcome", "register");
        assertThat(refusal.args()).containsExactly(fullName("hotich"), "10:05", "20/11/2026");
    }

    @Test
    void another_unit_never_learns_of_the_step() {
        Line line = work.openStepOf(work.received("01-two-items-morning"));

        assertThatThrownBy(() -> as("congan", () -> completing.complete(line.taskId(), "register", null, null)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> as("hotich2", () -> tasks.open(line.taskId(), VI)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_supervisor_looks_but_does_not_decide() {
        Line line = work.openStepOf(work.received("01-two-items-morning"));

        assertThat(as("giamsat", () -> tasks.open(line.taskId(), VI)).mayDo()).isFalse();
        assertThatThrownBy(() -> as("giamsat", () -> completing.complete(line.taskId(), "register", null, null)))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void who_takes_somebodys_place_does_it_in_that_officers_name() {
        DossierNumber number = work.received("01-two-items-morning");
        Line line = work.openStepOf(number);
        as("hotich", () -> {
            claiming.claim(line.taskId());
            return "";
        });
        LocalDate today = LocalDate.ofInstant(time.now(), EngineClock.ZONE);
        long delegation = as(
                "hotich",
                () -> delegating.delegate(new Delegating.Delegation(
                        "hotich", "tiepnhan", line.unit(), line.duty(), today, today, "12/QĐ-UBND")));

        try {
            assertThat(as("tiepnhan", () -> tasks.open(line.taskId(), VI)).inHand())
                    .isTrue();
            as("tiepnhan", () -> completing.complete(line.taskId(), "register", null, null));
        } finally {
            as("hotich", () -> {
                delegating.revoke(delegation);
                return "";
            });
            // Before that moment it still counts, and other tests are on earlier days.
            jdbc.sql("delete from agency.delegation where id = ?")
                    .param(delegation)
                    .update();
            Changed.organisation(organisation);
        }

        assertThat(jdbc.sql("select assignee || ' for ' || on_behalf_of from worklist.closed_line where task_id = ?")
                        .param(line.taskId())
                        .query(String.class)
                        .single())
                .isEqualTo("tiepnhan for hotich");
        assertThat(jdbc.sql("select actor || ' for ' || on_behalf_of from dossier.event where what = 'step-completed'")
                        .query(String.class)
                        .single())
                .isEqualTo("tiepnhan for hotich");
    }

    @Test
    void a_withdrawn_dossier_leaves_no_line_and_says_why_the_step_is_gone() {
        DossierNumber number = work.received("01-two-items-morning");
        Line line = work.openStepOf(number);

        processes.cancel(number.value(), "test");

        assertThat(lines.ofOrigin(number.value())).isEmpty();
        Refused refusal = catchThrowableOfType(
                Refused.class, () -> as("hotich", () -> completing.complete(line.taskId(), "register", null, null)));
        assertThat(refusal.code()).isEqualTo("task-cancelled");
    }

    @Test
    void a_supplement_asked_for_waits_at_the_desk_with_the_applicants_last_day() {
        DossierNumber number = work.received("01-two-items-morning");
        Line line = work.openStepOf(number);

        as("hotich", () -> completing.complete(line.taskId(), "supplement", null, "Thiếu bản chính giấy báo tử"));

        assertThat(dossiers.get(number).state()).isEqualTo(DossierState.SUPPLEMENT_REQUESTED);
        Line waiting = work.openStepOf(number);
        assertThat(waiting.state()).isEqualTo(Line.State.WAITING);
        assertThat(waiting.unit()).isEqualTo("an-hoa-mot-cua");
        assertThat(waiting.dueAt()).isAfter(time.now());
        assertThatThrownBy(() -> as("tiepnhan", () -> completing.complete(waiting.taskId(), "done", null, null)))
                .isInstanceOf(NothingToDoYet.class);
    }

    @Test
    void the_steps_of_a_leg_belong_to_the_leg_and_to_the_citizens_dossier() {
        DossierNumber number = work.received("01-two-items-morning");

        List<Line> open = lines.ofOrigin(number.value());
        while (open.stream().noneMatch(line -> line.leg().equals("police"))) {
            for (Line line : open) {
                as(anybodyFor(line), () -> completing.complete(line.taskId(), ordinary(line), null, null));
            }
            open = lines.ofOrigin(number.value());
        }

        Line police = open.get(0);
        assertThat(police.origin()).isEqualTo(number.value());
        assertThat(police.dossier()).isNotEqualTo(number.value());
        assertThat(police.unit()).isEqualTo("an-hoa-cong-an");
        assertThat(police.applicant()).isEqualTo("Nguyễn Thị Thanh Hà");
    }

    private String ordinary(Line line) {
        return as(anybodyFor(line), () -> tasks.open(line.taskId(), VI)).outcomes().stream()
                .filter(Tasks.Outcome::isDefault)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static String anybodyFor(Line line) {
        return switch (line.unit()) {
            case "an-hoa-mot-cua" -> "tiepnhan";
            case "an-hoa-tu-phap" -> "hotich";
            case "an-hoa" -> "lanhdao";
            case "an-hoa-van-phong" -> "vanthu";
            default -> throw new AssertionError(line);
        };
    }

    private String fullName(String officer) {
        return callers.as(officer, () -> callers.get().fullName());
    }

    private <T> T as(String officer, Supplier<T> work) {
        return callers.as(officer, work);
    }
}
