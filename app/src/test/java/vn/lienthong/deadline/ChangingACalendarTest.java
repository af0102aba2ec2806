package vn.lienthong.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static vn.lienthong.agency.calendar.Offices.at;

import com.jayway.jsonpath.JsonPath;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.agency.Calendars;
import vn.lienthong.agency.Changed;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.testing.Browser;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.workflow.TimeMachine;

/** A notice of 20 November 2026: the 26th, a Thursday, is off, and Saturday 5 December is worked instead. */
@ModuleTest
class ChangingACalendarTest {

    private static final String SWAP = """
            {"calendar": "vn-public-service", "document": "777/TB-BNV", "reason": "Hoán đổi", "days": [
              {"date": "2026-11-26", "kind": "HOLIDAY", "name": "Nghỉ hoán đổi"},
              {"date": "2026-12-05", "kind": "MAKE_UP", "name": "Làm bù cho 26/11", "sessions": ["07:30-11:30"]}]}
            """;

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    MockMvc web;

    @Autowired
    ApplicationContext context;

    @Autowired
    ApplicationEventMulticaster multicaster;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Database database;

    @Autowired
    TimeMachine time;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Calendars calendars;

    @Autowired
    FollowingCalendars following;

    private final List<Object> heard = new ArrayList<>();
    private final ApplicationListener<PayloadApplicationEvent<?>> ear = event -> heard.add(event.getPayload());

    @BeforeEach
    void empty() {
        database.empty();
        multicaster.addApplicationListener(ear);
    }

    @AfterEach
    void asBefore() {
        multicaster.removeApplicationListener(ear);
        time.reset();
        jdbc.sql("delete from agency.calendar_day where source = '777/TB-BNV'").update();
        Changed.calendars(calendars);
    }

    @Test
    void a_swap_is_shown_approved_by_another_and_followed_by_every_date_that_rests_on_it() throws Exception {
        var moving = Walk.of(context, "01-two-items-morning"); // promised for 30 November
        var staying = Walk.of(context, "05-merit-two-agencies"); // 9 December: one day off, one worked instead
        var id = proposed();

        following.doSome();
        following.doSome();

        var seen = answer(get("/api/v1/calendar-changes/" + id), "giamsat");
        assertThat(this.<String>read(seen, "$.state")).isEqualTo("proposed");
        assertThat(this.<Integer>read(seen, "$.progress.dossiers")).isEqualTo(2);
        assertThat(this.<Integer>read(seen, "$.progress.moving")).isEqualTo(2);
        assertThat(this.<Integer>read(seen, "$.progress.promises")).isEqualTo(1);
        assertThat(this.<List<String>>read(
                        answer(get("/api/v1/calendar-changes/" + id + "/dossiers?promise=moves"), "giamsat"),
                        "$.items[*].newPromisedAt"))
                .containsExactly("2026-12-01T17:00:00+07:00");
        assertThat(moving.dossier().promisedAt()).as("only shown").isEqualTo(at("2026-11-30 17:00"));
        assertThat(answer(post("/api/v1/calendar-changes/" + id + "/approval"), "nghiepvu")
                        .getStatus())
                .as("not alone")
                .isEqualTo(409);

        approve(id);
        worked();

        assertThat(moving.dossier().promisedAt()).isEqualTo(at("2026-12-01 17:00"));
        assertThat(moving.dossier().originalPromisedAt()).isEqualTo(at("2026-11-30 17:00"));
        assertThat(staying.dossier().promisedAt()).isEqualTo(at("2026-12-09 17:00"));
        assertThat(staying.leg("funeral-allowance").dueAt()).isEqualTo(at("2026-12-01 17:00"));
        assertThat(heard(PromiseMoved.class))
                .extracting(PromiseMoved::number, PromiseMoved::why)
                .as("only this citizen is told")
                .containsExactly(tuple(moving.number, PromiseMoved.Why.RECOMPUTED));
        assertThat(jdbc.sql("select dossier from notification.message where notice = 'promise-recomputed'")
                        .query(String.class)
                        .list())
                .containsExactly(moving.number.value());
        assertThat(jdbc.sql("select actor || ' ' || approver || ' ' || document from deadline.entry"
                                + " where clock = ? and kind = 'RECOMPUTE'")
                        .param(moving.number.value())
                        .query(String.class)
                        .single())
                .isEqualTo("nghiepvu lanhdao 777/TB-BNV");
        assertThat(jdbc.sql("select count(*) from dossier.event where root = ? and what = 'deadline-recomputed'")
                        .param(moving.number.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        var done = answer(get("/api/v1/calendar-changes/" + id), "nghiepvu");
        assertThat(this.<String>read(done, "$.state")).isEqualTo("done");
        assertThat(this.<String>read(done, "$.decidedBy")).isEqualTo("lanhdao");
        assertThat(this.<Integer>read(done, "$.progress.done")).isEqualTo(2);
        assertThat(calendars.of("ward").sessionsOn(java.time.LocalDate.of(2026, 12, 5)))
                .hasToString("[07:30-11:30]");
    }

    @Test
    void rungs_follow_too_where_no_date_moves() throws Exception {
        var walk = Walk.of(context, "01-two-items-morning");
        // The step was due at 13:35 on Friday; one working day later its supervisor hears of it.
        time.passUntil(at("2026-11-20 14:00"));
        var step = walk.task(walk.number);
        assertThat(next(step)).isEqualTo(at("2026-11-23 13:35"));
        var id = proposed(SWAP.replace("2026-11-26", "2026-11-23"));
        worked();
        approve(id);

        worked();

        assertThat(next(step)).isEqualTo(at("2026-11-25 13:35")); // the 24th is a holiday
        assertThat(walk.ledger(step)).containsExactly("START");
    }

    @Test
    void an_applicant_who_is_waited_for_gets_the_day_too() throws Exception {
        var walk = Walk.of(context, "01-two-items-morning");
        walk.until(walk.number, "UserTask_VerifyAndRegister");
        walk.supplementAsked(walk.number, "hotich"); // seven working days: until 2 December
        var id = proposed();
        worked();
        approve(id);
        worked();

        time.passUntil(at("2026-12-03 16:59"));
        assertThat(walk.dossier().state().key()).isEqualTo("supplement-requested");
        time.passUntil(at("2026-12-03 17:01"));

        assertThat(walk.dossier().state().key()).isEqualTo("stopped");
    }

    @Test
    void what_is_received_while_the_second_person_reads_follows_as_well() throws Exception {
        var id = proposed();
        worked();
        var late = Walk.of(context, "01-two-items-morning");

        approve(id);
        worked();

        assertThat(late.dossier().promisedAt()).isEqualTo(at("2026-12-01 17:00"));
        var after = Walk.of(context, "01-two-items-morning");
        assertThat(after.dossier().promisedAt()).isEqualTo(at("2026-12-01 17:00"));
        assertThat(after.dossier().originalPromisedAt()).isEqualTo(at("2026-12-01 17:00"));
    }

    @Test
    void an_officer_who_has_a_dossier_in_hand_keeps_it_and_its_dates_follow_later() throws Exception {
        var walk = Walk.of(context, "01-two-items-morning");
        new Storm(jdbc).of(walk.number, 20);
        var id = proposed();
        worked();
        approve(id);
        time.set(time.now().plusSeconds(6));
        var held = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        var executor = Executors.newSingleThreadExecutor();
        try {
            var officer = executor.submit(() -> transaction.execute(tx -> {
                context.getBean(Dossiers.class).current(new DossierNumber("S-5"));
                held.countDown();
                return await(done);
            }));
            held.await();
            while (following.doSome()) {
                // Until nothing is left that nobody holds.
            }
            var meanwhile = answer(get("/api/v1/calendar-changes/" + id), "nghiepvu");
            assertThat(this.<String>read(meanwhile, "$.state")).isEqualTo("applying");
            assertThat(this.<Integer>read(meanwhile, "$.progress.done")).isEqualTo(20);

            done.countDown();
            officer.get();
            worked();

            assertThat(promised("S-5")).isEqualTo(at("2026-12-01 17:00"));
            assertThat(this.<String>read(answer(get("/api/v1/calendar-changes/" + id), "nghiepvu"), "$.state"))
                    .isEqualTo("done");
        } finally {
            done.countDown();
            executor.shutdownNow();
        }
    }

    @Test
    void whoever_completes_a_step_while_its_date_moves_is_never_the_one_who_yields() throws Exception {
        var walk = Walk.of(context, "01-two-items-morning", at("2026-11-20 16:00"));
        var task = walk.task(walk.number); // two working hours: due on Monday morning
        var id = proposed(SWAP.replace("2026-11-26", "2026-11-23"));
        worked();
        approve(id);
        time.set(time.now().plusSeconds(6));
        var hasLine = new CountDownLatch(1);
        var isMoving = new CountDownLatch(1);
        // The change has the dossier and will want the line; the officer has the line, and waits for the dossier first.
        var slow = new SlowListener(isMoving);
        multicaster.addApplicationListener(slow);
        var executor = Executors.newSingleThreadExecutor();
        try {
            var officer = executor.submit(() -> transaction.execute(tx -> {
                jdbc.sql("select 1 from worklist.line where task_id = ? for update")
                        .param(task)
                        .query(Integer.class)
                        .single();
                hasLine.countDown();
                await(isMoving);
                context.getBean(Dossiers.class).current(walk.number);
                return "done";
            }));
            hasLine.await();
            worked();

            assertThat(officer.get(20, TimeUnit.SECONDS)).isEqualTo("done");
        } finally {
            multicaster.removeApplicationListener(slow);
            executor.shutdownNow();
        }
        worked();
        assertThat(walk.ledger(task)).containsExactly("START", "RECOMPUTE");
        assertThat(this.<String>read(answer(get("/api/v1/calendar-changes/" + id), "nghiepvu"), "$.state"))
                .isEqualTo("done");
        assertThat(this.<Integer>read(answer(get("/api/v1/calendar-changes/" + id), "nghiepvu"), "$.progress.failed"))
                .isZero();
    }

    /** Hears of moving steps before everybody else does, and takes its time. */
    private record SlowListener(CountDownLatch isMoving)
            implements ApplicationListener<PayloadApplicationEvent<StepDueMoved>>, Ordered {

        @Override
        public void onApplicationEvent(PayloadApplicationEvent<StepDueMoved> event) {
            isMoving.countDown();
            try {
                TimeUnit.MILLISECONDS.sleep(250);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }
    }

    @Test
    void nodes_that_work_together_and_a_batch_that_was_lost_move_every_dossier_once() throws Exception {
        var walk = Walk.of(context, "01-two-items-morning");
        new Storm(jdbc).of(walk.number, 300);
        var id = proposed();
        worked();
        approve(id);
        time.set(time.now().plusSeconds(6));
        assertThat(following.doSome()).isTrue(); // from approved to applying
        // A node that dies takes nothing along but its own transaction.
        transaction.executeWithoutResult(tx -> {
            following.doSome();
            tx.setRollbackOnly();
        });
        var executor = Executors.newFixedThreadPool(3);
        try {
            var nodes = java.util.stream.IntStream.range(0, 3)
                    .mapToObj(i -> executor.submit(() -> {
                        for (int idle = 0; idle < 3; ) {
                            idle = following.doSome() ? 0 : idle + 1;
                        }
                    }))
                    .toList();
            for (var node : nodes) {
                node.get(60, TimeUnit.SECONDS);
            }
        } finally {
            executor.shutdownNow();
        }

        assertThat(jdbc.sql("select count(*) || ' ' || count(distinct clock) from deadline.entry e"
                                + " join deadline.clock c on c.key = e.clock and c.level = 'DOSSIER'"
                                + " where e.kind = 'RECOMPUTE'")
                        .query(String.class)
                        .single())
                .isEqualTo("301 301");
        assertThat(jdbc.sql("select state from deadline.calendar_change")
                        .query(String.class)
                        .single())
                .isEqualTo("DONE");
    }

    @Test
    void a_dossier_that_cannot_follow_is_told_and_tried_again() throws Exception {
        var walk = Walk.of(context, "01-two-items-morning");
        new Storm(jdbc).of(walk.number, 3);
        var id = proposed();
        worked();
        approve(id);
        jdbc.sql("update dossier.dossier set edition = '1999-01-01' where number = 'S-2'")
                .update();
        worked();
        var answer = answer(get("/api/v1/calendar-changes/" + id), "lanhdao");
        assertThat(this.<String>read(answer, "$.state")).isEqualTo("done");
        assertThat(this.<Integer>read(answer, "$.progress.failed")).isEqualTo(1);
        assertThat(this.<Integer>read(answer, "$.progress.done")).isEqualTo(3);

        jdbc.sql("update dossier.dossier set edition = '2025-07-01' where number = 'S-2'")
                .update();
        assertThat(answer(post("/api/v1/calendar-changes/" + id + "/retry"), "lanhdao")
                        .getStatus())
                .isEqualTo(200);
        worked();

        assertThat(promised("S-2")).isEqualTo(at("2026-12-01 17:00"));
        assertThat(this.<Integer>read(answer(get("/api/v1/calendar-changes/" + id), "lanhdao"), "$.progress.failed"))
                .isZero();
    }

    @Test
    void a_change_that_is_rejected_changes_nothing() throws Exception {
        var walk = Walk.of(context, "01-two-items-morning");
        var id = proposed();
        worked();

        assertThat(answer(post("/api/v1/calendar-changes/" + id + "/rejection"), "lanhdao")
                        .getStatus())
                .isEqualTo(200);
        worked();

        assertThat(walk.dossier().promisedAt()).isEqualTo(at("2026-11-30 17:00"));
        assertThat(calendars.of("ward").isWorkingDay(java.time.LocalDate.of(2026, 11, 26)))
                .isTrue();
        assertThat(answer(post("/api/v1/calendar-changes/" + id + "/approval"), "lanhdao")
                        .getStatus())
                .isEqualTo(409);
        assertThat(answer(posted(SWAP), "nghiepvu").getStatus())
                .as("a better one")
                .isEqualTo(201);
    }

    @Test
    void one_change_at_a_time_and_by_those_who_may() throws Exception {
        time.set(at("2026-11-20 10:00"));
        var id = proposed();

        assertThat(answer(posted(SWAP), "nghiepvu").getStatus()).isEqualTo(409);
        assertThat(answer(posted(SWAP), "hotich").getStatus()).isEqualTo(403);
        assertThat(answer(posted(SWAP), "lanhdao").getStatus()).isEqualTo(403);
        assertThat(answer(get("/api/v1/calendar-changes"), "hotich").getStatus())
                .isEqualTo(403);
        assertThat(answer(post("/api/v1/calendar-changes/" + id + "/approval"), "lanhdao")
                        .getStatus())
                .as("before the preview")
                .isEqualTo(409);
        worked();
        assertThat(answer(post("/api/v1/calendar-changes/" + id + "/approval"), "lanhdao2")
                        .getStatus())
                .as("another agency's head")
                .isEqualTo(403);
        assertThat(answer(post("/api/v1/calendar-changes/" + id + "/approval"), "giamsat")
                        .getStatus())
                .isEqualTo(403);
        assertThat(answer(get("/api/v1/calendar-changes/4711"), "lanhdao").getStatus())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | calendar document days",
                "{\"calendar\": \"moon\", \"document\": \" \", \"days\": [null]} | calendar document days[0].date days[0].kind days[0].name",
                "{\"calendar\": \"ward\", \"document\": \"1\", \"days\": [{\"date\": \"2026-11-24\", \"kind\": \"HOLIDAY\", \"name\": \"x\"}]} | days[0].date",
                "{\"calendar\": \"ward\", \"document\": \"1\", \"days\": [{\"date\": \"2026-11-25\", \"kind\": \"MAKE_UP\", \"name\": \"x\"}]} | days[0].date",
                "{\"calendar\": \"ward\", \"document\": \"1\", \"days\": [{\"date\": \"2026-11-25\", \"kind\": \"HOLIDAY\", \"name\": \"x\", \"sessions\": [\"07:30-11:30\"]}]} | days[0].sessions",
                "{\"calendar\": \"ward\", \"document\": \"1\", \"days\": [{\"date\": \"2026-11-28\", \"kind\": \"MAKE_UP\", \"name\": \"x\", \"sessions\": [\"soon\"]}]} | days[0].sessions",
                "{\"calendar\": \"ward\", \"document\": \"1\", \"days\": [{\"date\": \"2026-11-28\", \"kind\": \"MAKE_UP\", \"name\": \"x\", \"sessions\": [\"07:00-09:00\", \"08:00-10:00\"]}]} | days[0].sessions",
                "{\"calendar\": \"ward\", \"document\": \"1\", \"days\": [{\"date\": \"2026-02-30\", \"kind\": \"PARTY\", \"name\": \"x\"}]} | days[0].date days[0].kind",
                "{\"calendar\": \"ward\", \"document\": \"1\", \"days\": [{\"date\": \"2019-02-20\", \"kind\": \"HOLIDAY\", \"name\": \"x\"}]} | days[0].date",
                "{\"calendar\": \"ward\", \"document\": \"1\", \"days\": [{\"date\": \"2026-11-25\", \"kind\": \"HOLIDAY\", \"name\": \"x\"}, {\"date\": \"2026-11-25\", \"kind\": \"HOLIDAY\", \"name\": \"x\"}]} | days[1].date"
            })
    void a_notice_that_makes_no_sense_is_refused_with_all_its_faults(String wish, String fields) throws Exception {
        time.set(at("2026-11-20 10:00"));

        var answer = answer(posted(wish), "nghiepvu");

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(String.join(" ", this.<List<String>>read(answer, "$.problems[*].field")))
                .isEqualTo(fields);
        assertThat(this.<List<String>>read(answer, "$.problems[*].message"))
                .allSatisfy(message -> assertThat(message).doesNotStartWith("problem."));
    }

    @Test
    void the_dossiers_are_paged_by_their_numbers() throws Exception {
        var walk = Walk.of(context, "01-two-items-morning");
        new Storm(jdbc).of(walk.number, 12);
        var id = proposed();
        worked();

        var all = this.<List<String>>read(
                answer(get("/api/v1/calendar-changes/" + id + "/dossiers?limit=200"), "nghiepvu"),
                "$.items[*].dossier");
        var first = answer(get("/api/v1/calendar-changes/" + id + "/dossiers?limit=5"), "nghiepvu");
        var second = answer(
                get("/api/v1/calendar-changes/" + id + "/dossiers?limit=200")
                        .param("after", this.<String>read(first, "$.next")),
                "nghiepvu");

        assertThat(all).hasSize(13).isSorted();
        assertThat(this.<List<String>>read(first, "$.items[*].dossier")).isEqualTo(all.subList(0, 5));
        assertThat(this.<List<String>>read(second, "$.items[*].dossier")).isEqualTo(all.subList(5, 13));
        assertThat(answer(get("/api/v1/calendar-changes/" + id + "/dossiers?after=%21&limit=0&promise=x"), "nghiepvu")
                        .getStatus())
                .isEqualTo(422);
    }

    @Test
    void two_people_do_it_on_the_pages_and_see_how_far_it_is() {
        var walk = Walk.of(context, "01-two-items-morning");
        Page admin = browser.as("nghiepvu");
        admin.navigate("/calendar-changes");
        browser.look(admin, "calendar-changes-none");
        admin.click("main a.btn-primary");
        admin.fill("#document", "777/TB-BNV");
        admin.fill("[id='days[0].date']", "2026-11-24");
        admin.fill("[id='days[0].name']", "Nghỉ hoán đổi");
        admin.click("main button[type=submit]");
        assertThat(admin.innerText("[data-error-summary]")).contains("vốn đã là ngày nghỉ");
        browser.look(admin, "calendar-change-faults");
        admin.fill("[id='days[0].date']", "2026-11-26");
        admin.click("main button[type=submit]");
        assertThat(admin.innerText("#progress h2")).isEqualTo("Đang tính trước");
        browser.look(admin, "calendar-change-previewing");

        worked();

        admin.waitForSelector("#progress h2:has-text('Chờ duyệt')");
        admin.reload();
        assertThat(admin.innerText("main")).contains(walk.number.value(), "01/12/2026 17:00", "Người duyệt phải là");
        Page head = browser.as("lanhdao");
        head.navigate("/calendar-changes");
        head.click("text=777/TB-BNV");
        browser.look(head, "calendar-change-proposed");
        head.click("text=Duyệt và tính lại");
        assertThat(head.innerText("#progress h2")).isEqualTo("Đã duyệt");
        time.set(time.now().plusSeconds(6));
        worked();
        head.waitForSelector("#progress h2:has-text('Đã xong')");
        browser.look(head, "calendar-change-done");
        assertThat(walk.dossier().promisedAt()).isEqualTo(at("2026-12-01 17:00"));
    }

    private int proposed() throws Exception {
        return proposed(SWAP);
    }

    private int proposed(String wish) throws Exception {
        if (time.now().isAfter(at("2026-11-21 00:00")) || time.now().isBefore(at("2026-11-20 00:00"))) {
            time.set(at("2026-11-20 10:30"));
        }
        var answer = answer(posted(wish), "nghiepvu");
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(201);
        assertThat(answer.getHeader("Location")).endsWith("/" + this.<Integer>read(answer, "$.id"));
        return read(answer, "$.id");
    }

    private void approve(int id) throws Exception {
        var answer = answer(post("/api/v1/calendar-changes/" + id + "/approval"), "lanhdao");
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
        assertThat(this.<String>read(answer, "$.state")).isEqualTo("approved");
    }

    /** Lets the background come to its end. */
    private void worked() {
        time.set(time.now().plusSeconds(6));
        while (following.doSome()) {
            // Until nothing is left.
        }
    }

    private static String await(CountDownLatch latch) {
        try {
            return String.valueOf(latch.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    private Instant next(String clock) {
        return instant("select next_rung_at from deadline.clock where key = ?", clock);
    }

    private Instant promised(String dossier) {
        return instant("select promised_at from dossier.dossier where number = ?", dossier);
    }

    private Instant instant(String query, String key) {
        return jdbc.sql(query)
                .param(key)
                .query((row, i) -> row.getTimestamp(1).toInstant())
                .single();
    }

    private <T> List<T> heard(Class<T> type) {
        return heard.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static MockHttpServletRequestBuilder posted(String body) {
        return post("/api/v1/calendar-changes")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request, String who) throws Exception {
        var response =
                web.perform(request.with(httpBasic(who, "demo"))).andReturn().getResponse();
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return response;
    }

    private <T> T read(MockHttpServletResponse answer, String path) throws Exception {
        return JsonPath.read(answer.getContentAsString(), path);
    }
}
