package vn.lienthong.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Duty;
import vn.lienthong.command.Forbidden;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.NotFound;
import vn.lienthong.command.Problem;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;

/** 20 November 2026 is a Friday. */
@ModuleTest
class NarrowingListsTest {

    private static final String CIVIL_STATUS = "an-hoa-tu-phap";
    private static final Locale VI = Locale.forLanguageTag("vi");
    private static final Instant FRIDAY_AT_TEN = Instant.parse("2026-11-20T10:00:00+07:00");

    @Autowired
    Worklist worklist;

    @Autowired
    Claiming claiming;

    @Autowired
    FollowingUp followingUp;

    @Autowired
    Commenting commenting;

    @Autowired
    Bulk bulk;

    @Autowired
    SavedFilters saved;

    @Autowired
    LineMapper lines;

    @Autowired
    JdbcClient jdbc;

    private final Work work;

    @Autowired
    CurrentCaller callers;

    @Autowired
    Database database;

    @Autowired
    NarrowingListsTest(AutowireCapableBeanFactory beans) {
        this.work = beans.createBean(Work.class);
    }

    @BeforeEach
    void friday_at_ten() {
        database.empty();
        ClockUtil.setCurrentTime(Date.from(FRIDAY_AT_TEN));
    }

    @AfterEach
    void clock_back() {
        ClockUtil.reset();
    }

    @Test
    void a_name_is_found_without_its_marks_and_a_number_by_a_part_of_it() {
        String do_ = lineOf("Đỗ Thị Hường");
        String nguyen = lineOf("Nguyễn Đức Hưởng");

        assertThat(team("q", "huong")).containsExactlyInAnyOrder(do_, nguyen);
        assertThat(team("q", "đo huong")).containsExactly(do_);
        assertThat(team("q", "DUC")).containsExactly(nguyen);
        assertThat(team("q", "t-" + nguyen.substring(0, 8))).containsExactly(nguyen);
        assertThat(team("q", "100%")).isEmpty();
    }

    @Test
    void each_condition_leaves_out_what_does_not_meet_it() {
        String plain = lineOf("A");
        String other = lineOf("B");
        set(other, "procedure = 'survivor-benefit', step = 'UserTask_X', channel = 'POST', priority = 2");

        assertThat(team("procedure", "survivor-benefit")).containsExactly(other);
        assertThat(team("step", "UserTask_X")).containsExactly(other);
        assertThat(team("channel", "POST")).containsExactly(other);
        assertThat(team("urgent", "true")).containsExactly(other);
        assertThat(team("unit", CIVIL_STATUS)).containsExactlyInAnyOrder(plain, other);
        assertThat(team("unit", "an-hoa-cong-an")).isEmpty();
    }

    @Test
    void who_has_it_can_be_asked_for() {
        String mine = lineOf("A");
        String free = lineOf("B");
        String others = lineOf("C");
        as("hotich", () -> claiming.claim(mine));
        set(others, "assignee = 'lanhdao'");

        assertThat(team("assignee", Filter.ME)).containsExactly(mine);
        assertThat(team("assignee", Filter.FREE)).containsExactly(free);
        assertThat(team("assignee", Filter.OTHERS)).containsExactly(others);
        assertThat(team("assignee", "lanhdao")).containsExactly(others);
    }

    @Test
    void due_today_is_today_late_or_not_and_this_week_goes_on_to_sunday() {
        String late = due("2026-11-19T17:00");
        String thisMorning = due("2026-11-20T09:00");
        String thisEvening = due("2026-11-20T17:00");
        String sunday = due("2026-11-22T17:00");
        due("2026-11-23T08:00");

        assertThat(team("due", "late")).containsExactly(late, thisMorning);
        assertThat(team("due", "today")).containsExactly(thisMorning, thisEvening);
        assertThat(team("due", "week")).containsExactly(thisMorning, thisEvening, sunday);
    }

    @Test
    void names_are_sorted_as_vietnamese_is() {
        String an = lineOf("An");
        String d = lineOf("Đào");
        String da = lineOf("Dần");
        String a = lineOf("Ân");
        String aa = lineOf("Ăn");

        assertThat(team("sort", "applicant")).containsExactly(an, aa, a, da, d);
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void pages_follow_each_other_in_every_order_and_every_next_is_the_one_below(Order order) {
        for (int i = 0; i < 23; i++) {
            String task = lineOf(i % 3 == 0 ? "Ân" : "An");
            set(task, "opened_at = timestamptz '2026-11-19 08:00+07' + " + i % 4 + " * interval '1 hour'");
        }
        Filter filter = Filter.of(Queue.TEAM).with("sort", order.key());
        List<String> whole = list(filter, null, 50);

        List<String> pages = new ArrayList<>();
        String after = null;
        do {
            String here = after;
            Worklist.Page page = callers.as("hotich", () -> worklist.page(filter, here, 5, VI));
            page.items().forEach(item -> pages.add(item.line().taskId()));
            after = page.next();
        } while (after != null);

        assertThat(pages).isEqualTo(whole).hasSize(23);
        for (int i = 0; i < 22; i++) {
            String here = whole.get(i);
            assertThat(callers.as("hotich", () -> worklist.next(filter, here))).contains(whole.get(i + 1));
        }
        assertThat(callers.as("hotich", () -> worklist.next(filter, whole.get(22))))
                .isEmpty();
        assertThat(callers.as("hotich", () -> worklist.count(filter))).isEqualTo(23);
    }

    @Test
    void a_line_is_unread_until_it_is_opened_and_again_when_somebody_hands_it_over() {
        String task = lineOf("A");
        assertThat(marks("hotich", task).unread()).isTrue();

        as("hotich", () -> followingUp.seen(task));
        assertThat(marks("hotich", task).unread()).isFalse();

        as("hotich", () -> claiming.claim(task));
        assertThat(marks("hotich", task).unread()).isFalse();

        as("giamsat", () -> claiming.release(task));
        assertThat(marks("hotich", task).unread()).isTrue();
        assertThat(marks("giamsat", task).unread()).isFalse();
    }

    @Test
    void a_reminder_is_the_officers_own_and_gone_with_the_line() {
        String task = lineOf("A");
        as("hotich", () -> followingUp.remind(task, LocalDate.of(2026, 11, 20)));
        as("giamsat", () -> followingUp.remind(task, LocalDate.of(2026, 11, 25)));

        assertThat(marks("hotich", task).followUpOn()).isEqualTo("2026-11-20");
        assertThat(marks("giamsat", task).followUpOn()).isEqualTo("2026-11-25");
        assertThat(list(Filter.of(Queue.FOLLOW_UP), null, 50)).containsExactly(task);
        assertThat(callers.as("hotich", worklist::counts).followUp()).isEqualTo(1);
        assertThat(callers.as("giamsat", worklist::counts).followUp()).isZero();

        lines.close(task, null, "accept", FRIDAY_AT_TEN, 60, null);
        assertThat(jdbc.sql("select count(*) from worklist.follow_up")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_reminder_of_what_one_may_no_longer_see_shows_nothing() {
        String task = lineOf("A");
        as("hotich", () -> followingUp.remind(task, LocalDate.of(2026, 11, 20)));
        set(task, "unit = 'phu-loc-tu-phap', home = 'phu-loc-mot-cua'");

        assertThat(list(Filter.of(Queue.FOLLOW_UP), null, 50)).isEmpty();
        assertThat(callers.as("hotich", worklist::counts).followUp()).isZero();
    }

    @Test
    void nobody_is_reminded_of_yesterday() {
        String task = lineOf("A");

        assertThatThrownBy(() -> as("hotich", () -> followingUp.remind(task, LocalDate.of(2026, 11, 19))))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> as("hotich2", () -> followingUp.remind(task, LocalDate.of(2026, 11, 23))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void many_are_reminded_of_at_once_and_what_does_not_exist_is_told_for_itself() {
        String task = lineOf("A");
        var wish = new Bulk.Wish("follow-up", null, null, LocalDate.of(2026, 11, 24));

        List<Bulk.Answer> answers = callers.as("hotich", () -> bulk.run(wish, List.of(task, "no-such-task")));

        assertThat(answers.get(0).refusal()).isNull();
        assertThat(answers.get(1).refusal()).isInstanceOf(NotFound.class);
        assertThat(marks("hotich", task).followUpOn()).isEqualTo("2026-11-24");
    }

    @Test
    void words_of_colleagues_are_counted_on_the_row_and_seen_by_who_may_see_the_dossier() {
        DossierNumber number = work.received("01-two-items-morning");
        String task = work.openStepOf(number).taskId();
        as("tiepnhan", () -> commenting.say(number, "Gia đình sẽ nộp bản chính vào thứ Hai."));
        as("giamsat", () -> commenting.say(number, "Lưu ý hạn trong ngày."));

        assertThat(marks("hotich", task).comments()).isEqualTo(2);
        assertThat(callers.as("hotich", () -> commenting.of(number, VI)))
                .extracting(said -> said.details().get("comment"))
                .containsExactly("Lưu ý hạn trong ngày.", "Gia đình sẽ nộp bản chính vào thứ Hai.");
        assertThatThrownBy(() -> as("hotich2", () -> commenting.say(number, "x")))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> as("thanhtra", () -> commenting.say(number, "x")))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> as("tiepnhan", () -> commenting.say(number, "  ")))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void a_named_filter_is_found_again_renamed_and_forgotten_by_its_owner_only() {
        Filter filter = Filter.of(Queue.TEAM).with("q", "Đỗ & Hà").with("due", "week");
        as("hotich", () -> saved.save(" Của bà Đỗ ", filter));

        assertThat(callers.as("hotich", saved::mine)).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo("Của bà Đỗ");
            assertThat(one.filter()).isEqualTo(filter);
        });
        UUID id = UUID.fromString(callers.as("hotich", saved::mine).get(0).id());
        assertThat(callers.as("lanhdao", saved::mine)).isEmpty();
        assertThatThrownBy(() -> as("lanhdao", () -> saved.rename(id, "x"))).isInstanceOf(NotFound.class);
        as("lanhdao", () -> saved.delete(id));
        assertThatThrownBy(() -> as("hotich", () -> saved.save("của BÀ đỗ", filter)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e -> assertThat(e.problems()).extracting(Problem::code).containsExactly("name-taken"));

        as("hotich", () -> saved.rename(id, "Tuần này"));
        assertThat(callers.as("hotich", saved::mine))
                .extracting(SavedFilters.Saved::name)
                .containsExactly("Tuần này");
        as("hotich", () -> saved.delete(id));
        assertThat(callers.as("hotich", saved::mine)).isEmpty();
    }

    private void as(String officer, Runnable command) {
        callers.as(officer, () -> {
            command.run();
            return null;
        });
    }

    private String due(String local) {
        return work.at(CIVIL_STATUS, Duty.CASE_OFFICER, Instant.parse(local + ":00+07:00"));
    }

    private String lineOf(String applicant) {
        return work.at(CIVIL_STATUS, Duty.CASE_OFFICER, Instant.parse("2026-11-25T17:00:00+07:00"), applicant);
    }

    private void set(String task, String what) {
        jdbc.sql("update worklist.line set " + what + " where task_id = :task")
                .param("task", task)
                .update();
    }

    private Marks marks(String officer, String task) {
        return callers.as(officer, () -> worklist.page(Filter.of(Queue.TEAM), null, 50, VI)).items().stream()
                .filter(item -> item.line().taskId().equals(task))
                .findFirst()
                .orElseThrow()
                .marks();
    }

    private List<String> team(String parameter, String value) {
        return list(Filter.of(Queue.TEAM).with(parameter, value), null, 50);
    }

    private List<String> list(Filter filter, @org.jspecify.annotations.Nullable String after, int limit) {
        return callers.as("hotich", () -> worklist.page(filter, after, limit, VI)).items().stream()
                .map(item -> item.line().taskId())
                .toList();
    }
}
