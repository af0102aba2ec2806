package vn.lienthong.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Duty;
import vn.lienthong.agency.calendar.BudgetUnit;
import vn.lienthong.agency.calendar.Remaining;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;

/** 24 November 2026 is a day off, 20 November a Friday. */
@ModuleTest
class QueuesTest {

    private static final String POLICE = "an-hoa-cong-an";
    private static final String CIVIL_STATUS = "an-hoa-tu-phap";
    private static final Locale VI = Locale.forLanguageTag("vi");

    @Autowired
    Worklist worklist;

    @Autowired
    Claiming claiming;

    private final Work work;

    @Autowired
    CurrentCaller callers;

    @Autowired
    Database database;

    @Autowired
    QueuesTest(AutowireCapableBeanFactory beans) {
        this.work = beans.createBean(Work.class);
    }

    @BeforeEach
    void friday_at_ten() {
        database.empty();
        ClockUtil.setCurrentTime(Date.from(at("2026-11-20T10:00")));
    }

    @AfterEach
    void clock_back() {
        ClockUtil.reset();
    }

    @Test
    void the_team_sees_what_is_open_at_its_posts_and_nothing_else() {
        String ours = work.at(CIVIL_STATUS, Duty.CASE_OFFICER, at("2026-11-20T17:00"));
        work.at(CIVIL_STATUS, Duty.UNIT_HEAD, at("2026-11-20T17:00"));
        work.at("phu-loc-tu-phap", Duty.CASE_OFFICER, at("2026-11-20T17:00"));
        work.at(POLICE, Duty.CASE_OFFICER, at("2026-11-20T17:00"));
        work.waitingAt(CIVIL_STATUS, Duty.CASE_OFFICER);

        assertThat(queue("hotich", Queue.TEAM)).containsExactly(ours);
    }

    @Test
    void a_line_taken_by_a_colleague_stays_with_the_team_and_is_in_nobody_elses_hands() {
        String taken = work.at(CIVIL_STATUS, Duty.CASE_OFFICER, at("2026-11-20T17:00"));
        String free = work.at(CIVIL_STATUS, Duty.CASE_OFFICER, at("2026-11-20T16:00"));

        callers.as("hotich", () -> {
            claiming.claim(taken);
            return null;
        });

        assertThat(queue("hotich", Queue.MINE)).containsExactly(taken);
        assertThat(queue("hotich", Queue.TEAM)).containsExactly(free, taken);
        assertThat(queue("congan", Queue.MINE)).isEmpty();
    }

    @Test
    void due_soon_reaches_to_the_end_of_the_next_working_day() {
        String today = work.at(POLICE, Duty.CASE_OFFICER, at("2026-11-20T17:00"));
        String monday = work.at(POLICE, Duty.CASE_OFFICER, at("2026-11-23T17:00"));
        work.at(POLICE, Duty.CASE_OFFICER, at("2026-11-25T07:30"));
        work.at(POLICE, Duty.CASE_OFFICER, at("2026-11-20T09:59"));
        work.at(POLICE, Duty.CASE_OFFICER, null);

        assertThat(queue("congan", Queue.DUE_SOON)).containsExactly(today, monday);
    }

    @Test
    void due_soon_looks_across_a_day_off() {
        ClockUtil.setCurrentTime(Date.from(at("2026-11-23T10:00")));
        String wednesday = work.at(POLICE, Duty.CASE_OFFICER, at("2026-11-25T17:00"));
        work.at(POLICE, Duty.CASE_OFFICER, at("2026-11-26T17:00"));

        assertThat(queue("congan", Queue.DUE_SOON)).containsExactly(wednesday);
    }

    @Test
    void overdue_is_what_is_past_its_due_date() {
        String late = work.at(POLICE, Duty.CASE_OFFICER, at("2026-11-20T09:59"));
        work.at(POLICE, Duty.CASE_OFFICER, at("2026-11-20T10:00"));

        assertThat(queue("congan", Queue.OVERDUE)).containsExactly(late);
    }

    @Test
    void waits_have_a_queue_of_their_own() {
        String wait = work.waitingAt(POLICE, Duty.CASE_OFFICER);
        work.at(POLICE, Duty.CASE_OFFICER, at("2026-11-20T09:00"));

        assertThat(queue("congan", Queue.WAITING)).containsExactly(wait);
    }

    @Test
    void a_supervisor_sees_the_work_of_everybody_below() {
        String registrar = work.at(CIVIL_STATUS, Duty.CASE_OFFICER, at("2026-11-20T09:00"));
        String head = work.at("an-hoa", Duty.AGENCY_HEAD, at("2026-11-20T09:30"));
        work.at("phu-loc-tu-phap", Duty.CASE_OFFICER, at("2026-11-20T09:00"));

        assertThat(queue("giamsat", Queue.OVERDUE)).containsExactly(registrar, head);
    }

    @Test
    void a_supervisor_watches_the_steps_of_other_agencies_on_dossiers_received_below() {
        String police = work.atFor("an-hoa-mot-cua", POLICE, Duty.CASE_OFFICER, at("2026-11-20T09:00"));
        String registrar = work.at(CIVIL_STATUS, Duty.CASE_OFFICER, at("2026-11-20T09:30"));
        work.atFor("phu-loc-mot-cua", POLICE, Duty.CASE_OFFICER, at("2026-11-20T09:00"));

        assertThat(queue("giamsat", Queue.OVERDUE)).containsExactly(police, registrar);
        assertThat(callers.as("giamsat", () -> worklist.counts().overdue())).isEqualTo(2);
        assertThat(queue("hotich", Queue.OVERDUE)).containsExactly(registrar);
        assertThat(queue("giamsat2", Queue.OVERDUE)).hasSize(1);
    }

    @Test
    void a_technical_administrator_sees_no_work() {
        work.at("an-hoa", Duty.AGENCY_HEAD, at("2026-11-20T09:30"));

        for (Queue queue : Queue.values()) {
            assertThat(queue("quantri", queue)).isEmpty();
        }
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition_whatever_the_due_dates() {
        var random = new Random(7);
        Set<String> all = new HashSet<>();
        for (int i = 0; i < 57; i++) {
            Instant due = random.nextInt(4) == 0 ? null : at("2026-11-23T10:00").plusSeconds(random.nextInt(5) * 60L);
            all.add(work.at(POLICE, Duty.CASE_OFFICER, due));
        }

        List<String> seen = new ArrayList<>();
        List<@Nullable Instant> dues = new ArrayList<>();
        String after = null;
        do {
            Worklist.Page page = page("congan", Queue.TEAM, after, 10);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(10);
            page.items().forEach(item -> {
                seen.add(item.line().taskId());
                dues.add(item.line().dueAt());
            });
            after = page.next();
        } while (after != null);

        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all);
        assertThat(dues).isSortedAccordingTo(Comparator.nullsLast(Comparator.naturalOrder()));
    }

    @Test
    void a_full_last_page_promises_no_further_one() {
        work.at(POLICE, Duty.CASE_OFFICER, at("2026-11-23T10:00"));
        work.at(POLICE, Duty.CASE_OFFICER, at("2026-11-23T11:00"));

        assertThat(page("congan", Queue.TEAM, null, 2).next()).isNull();
        assertThat(page("congan", Queue.TEAM, null, 1).next()).isNotNull();
    }

    @Test
    void a_page_never_holds_more_than_two_hundred_lines() {
        for (int i = 0; i < 201; i++) {
            work.at(POLICE, Duty.CASE_OFFICER, at("2026-11-23T10:00"));
        }

        assertThat(page("congan", Queue.TEAM, null, 1_000).items()).hasSize(200);
        assertThatThrownBy(() -> page("congan", Queue.TEAM, null, 0)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void the_counts_say_what_the_queues_hold() {
        work.at(POLICE, Duty.CASE_OFFICER, at("2026-11-20T09:00"));
        work.at(POLICE, Duty.CASE_OFFICER, at("2026-11-20T11:00"));
        work.at(POLICE, Duty.CASE_OFFICER, null);
        work.waitingAt(POLICE, Duty.CLERK);
        String mine = work.at(POLICE, Duty.AGENCY_HEAD, at("2026-12-20T11:00"));
        work.at(CIVIL_STATUS, Duty.CASE_OFFICER, at("2026-11-20T11:00"));
        callers.as("congan", () -> {
            claiming.claim(mine);
            return null;
        });

        assertThat(callers.as("congan", worklist::counts)).isEqualTo(new Counts(1, 4, 1, 1, 1, 0));
    }

    @Test
    void what_is_left_is_told_in_working_time() {
        work.at(POLICE, Duty.CASE_OFFICER, at("2026-11-20T08:00"));
        work.at(POLICE, Duty.CASE_OFFICER, at("2026-11-20T14:30"));
        work.at(POLICE, Duty.CASE_OFFICER, at("2026-11-30T17:00"));

        List<Item> items = page("congan", Queue.TEAM, null, 50).items();

        assertThat(items.stream().map(Item::remaining).toList())
                .containsExactly(
                        new Remaining(2, BudgetUnit.WORKING_HOUR, true),
                        new Remaining(3, BudgetUnit.WORKING_HOUR, false),
                        new Remaining(5, BudgetUnit.WORKING_DAY, false));
        assertThat(items.get(0).share()).isEqualTo(100);
        assertThat(items.get(1).share()).isEqualTo(45);
    }

    private List<String> queue(String officer, Queue queue) {
        return page(officer, queue, null, 50).items().stream()
                .map(item -> item.line().taskId())
                .toList();
    }

    private Worklist.Page page(String officer, Queue queue, @Nullable String after, int limit) {
        return callers.as(officer, () -> worklist.page(queue, null, after, limit, VI));
    }

    private static Instant at(String local) {
        return Instant.parse(local + ":00+07:00");
    }
}
