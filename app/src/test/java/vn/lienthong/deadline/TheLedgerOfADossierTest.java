package vn.lienthong.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.lienthong.agency.calendar.Offices.at;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.agency.Calendars;
import vn.lienthong.agency.Changed;
import vn.lienthong.agency.Organisation;
import vn.lienthong.command.Refused;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.workflow.ProcessModels;
import vn.lienthong.workflow.TimeMachine;

/** What moves a date after it was promised, and what it leaves behind. November 2026: the 24th, a Tuesday, is a holiday. */
@ModuleTest
class TheLedgerOfADossierTest {

    private static final String TWO_ITEMS = "01-two-items-morning";

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
    Recomputing recomputing;

    @Autowired
    Calendars calendars;

    @Autowired
    Organisation organisation;

    @TempDir
    Path folder;

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
        jdbc.sql("delete from agency.calendar_day where on_date = '2026-11-25'").update();
        jdbc.sql(
                        "update agency.unit set calendar = case kind when 'POLICE' then 'ward' end where calendar = 'tried-early'")
                .update();
        jdbc.sql("delete from agency.calendar_session where calendar = 'tried-early'")
                .update();
        jdbc.sql("delete from agency.calendar where key = 'tried-early'").update();
        forgetReferenceData();
    }

    @Test
    void where_the_law_restarts_the_clock_the_whole_budget_runs_again_from_the_day_of_completion() throws IOException {
        var walk = Walk.of(context, TWO_ITEMS);
        walk.register();
        var police = walk.linked("police"); // five working days from the 20th: the 30th
        time.set(at("2026-11-26 10:00")); // two of them used
        var restarting = pausingByTheRule("RESTART");
        transaction.executeWithoutResult(
                tx -> restarting.pause(police, new Stopwatch.Cause("congan", null, "Thiếu giấy tờ", "Điều 9", null)));
        time.set(at("2026-12-01 09:00"));

        transaction.executeWithoutResult(tx -> restarting.resume(police));

        assertThat(walk.leg("police").dueAt()).isEqualTo(at("2026-12-08 17:00"));
        assertThat(walk.dossier().promisedAt()).isEqualTo(at("2026-12-08 17:00"));
        assertThat(walk.dossier().originalPromisedAt()).isEqualTo(at("2026-11-30 17:00"));
        assertThat(String.valueOf(walk.clock(walk.number + "/police").get("original_due_at")))
                .startsWith("2026-11-30");
        assertThat(walk.ledger(walk.number + "/police")).containsExactly("PLAN", "START", "PAUSE", "RESUME");
        assertThat(jdbc.sql("select restart from deadline.entry where clock = ? and kind = 'RESUME'")
                        .param(walk.number + "/police")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void where_the_law_only_pauses_it_the_days_that_were_left_are_counted_again() throws IOException {
        var walk = Walk.of(context, TWO_ITEMS);
        walk.register();
        var police = walk.linked("police");
        time.set(at("2026-11-26 10:00"));
        var pausing = pausingByTheRule("PAUSE_AND_EXTEND");
        transaction.executeWithoutResult(
                tx -> pausing.pause(police, new Stopwatch.Cause("congan", null, "Thiếu giấy tờ", "Điều 9", null)));
        time.set(at("2026-12-01 09:00"));

        transaction.executeWithoutResult(tx -> pausing.resume(police));

        // Used: the 23rd, the 25th and the 26th; two are left after the 1st of December.
        assertThat(walk.leg("police").dueAt()).isEqualTo(at("2026-12-03 17:00"));
        assertThat(walk.dossier().promisedAt()).isEqualTo(at("2026-12-03 17:00"));
    }

    @Test
    void a_new_day_off_moves_every_date_that_rests_on_it_and_leaves_a_line() {
        var walk = Walk.of(context, "05-merit-two-agencies");
        var step = walk.task(walk.number);
        time.set(at("2026-11-20 11:00"));
        dayOff("2026-11-25");

        recompute(walk);

        assertThat(walk.dossier().promisedAt()).isEqualTo(at("2026-12-10 17:00"));
        assertThat(walk.dossier().originalPromisedAt()).isEqualTo(at("2026-12-09 17:00"));
        assertThat(walk.leg("home-affairs").dueAt()).isEqualTo(at("2026-12-10 17:00"));
        assertThat(walk.leg("funeral-allowance").dueAt()).isEqualTo(at("2026-12-01 17:00"));
        assertThat(walk.leg("civil-status").dueAt())
                .as("does not rest on that day")
                .isEqualTo(at("2026-11-20 17:00"));
        assertThat(walk.ledger(walk.number.value())).containsExactly("START", "RECOMPUTE");
        assertThat(walk.ledger(walk.number + "/civil-status")).containsExactly("START");
        assertThat(walk.ledger(step)).containsExactly("START");
        assertThat(jdbc.sql("select reason || ' ' || actor || ' ' || approver || ' ' || document from deadline.entry"
                                + " where clock = ? and kind = 'RECOMPUTE'")
                        .param(walk.number.value())
                        .query(String.class)
                        .single())
                .isEqualTo("calendar nghiepvu lanhdao 1/TB");
        assertThat(heard(PromiseMoved.class))
                .extracting(PromiseMoved::from, PromiseMoved::to, PromiseMoved::why)
                .containsExactly(tuple(at("2026-12-09 17:00"), at("2026-12-10 17:00"), PromiseMoved.Why.RECOMPUTED));
    }

    @Test
    void computing_again_without_a_change_writes_nothing() {
        var walk = Walk.of(context, TWO_ITEMS);
        dayOff("2026-11-25");
        recompute(walk);
        heard.clear();
        var before = entries();

        recompute(walk);

        assertThat(entries()).isEqualTo(before);
        assertThat(heard(PromiseMoved.class)).isEmpty();
        assertThat(heard(StepDueMoved.class)).isEmpty();
    }

    @Test
    void the_steps_of_an_agency_that_works_on_it_move_too_and_what_is_done_stays() {
        var walk = Walk.of(context, TWO_ITEMS);
        walk.register();
        time.set(at("2026-11-23 16:00"));
        walk.ordinarySteps(walk.linked("police"));
        var step = walk.task(walk.linked("police"));
        var due = due(step);
        dayOff("2026-11-25");

        recompute(walk);

        assertThat(due(step)).isAfter(due);
        assertThat(walk.ledger(step)).containsExactly("START", "RECOMPUTE");
        assertThat(heard(StepDueMoved.class)).extracting(StepDueMoved::taskId).containsExactly(step);
        assertThat(walk.ledger(walk.number + "/civil-status"))
                .as("what is done")
                .containsExactly("START", "STOP");
        assertThat(context.getBean(Dossiers.class).get(walk.linked("police")).promisedAt())
                .isEqualTo(at("2026-12-01 17:00"));
    }

    @Test
    void a_pause_counts_again_in_the_new_calendar() {
        var walk = Walk.of(context, TWO_ITEMS);
        walk.until(walk.number, "UserTask_VerifyAndRegister");
        walk.supplementAsked(walk.number, "hotich");
        time.set(at("2026-11-25 09:00"));
        walk.supplemented(walk.number, "tiepnhan");
        assertThat(walk.dossier().promisedAt()).isEqualTo(at("2026-12-02 17:00"));
        dayOff("2026-11-25"); // found out late: the day on which the applicant came was a day off

        recompute(walk);

        assertThat(walk.leg("civil-status").dueAt()).isEqualTo(at("2026-11-26 17:00"));
        assertThat(walk.dossier().promisedAt()).isEqualTo(at("2026-12-03 17:00"));
    }

    @Test
    void a_dossier_that_is_forwarded_is_owed_by_the_agencies_there_in_their_own_hours() {
        jdbc.sql("insert into agency.calendar values ('tried-early', 'Thử', 'Tried', 'vn-public-service')")
                .update();
        jdbc.sql(
                        "insert into agency.calendar_session"
                                + " select 'tried-early', weekday, '07:00', '15:00', '2000-01-01', null from generate_series(1, 5) weekday")
                .update();
        jdbc.sql("update agency.unit set calendar = 'tried-early' where code in ('phu-loc-cong-an', 'phu-loc-tu-phap')")
                .update();
        forgetReferenceData();
        var walk = Walk.online(context, TWO_ITEMS, at("2026-11-20 08:00"));
        assertThat(walk.leg("police").dueAt()).isEqualTo(at("2026-11-30 17:00"));

        walk.decide(walk.number, "forward", Map.of("forward", Map.of("commune", "phu-loc")));

        assertThat(walk.dossier().area()).isEqualTo("phu-loc");
        assertThat(walk.clock(walk.number + "/police")).containsEntry("unit", "phu-loc-cong-an");
        assertThat(walk.clock(walk.number + "/civil-status")).containsEntry("unit", "phu-loc-tu-phap");
        assertThat(walk.leg("police").dueAt()).isEqualTo(at("2026-11-30 15:00"));
        assertThat(walk.leg("police").originalDueAt()).isEqualTo(at("2026-11-30 17:00"));
        assertThat(walk.dossier().promisedAt()).isEqualTo(at("2026-11-30 15:00"));
        assertThat(walk.ledger(walk.number + "/police")).containsExactly("PLAN", "RECOMPUTE");
        assertThat(String.valueOf(walk.clock(walk.task(walk.number)).get("unit")))
                .startsWith("phu-loc");
    }

    @Test
    void a_third_request_for_papers_is_refused_and_the_clock_runs_on() {
        var walk = Walk.of(context, TWO_ITEMS);
        walk.until(walk.number, "UserTask_VerifyAndRegister");
        for (int round = 0; round < 2; round++) {
            walk.supplementAsked(walk.number, "hotich");
            walk.supplemented(walk.number, "tiepnhan");
            walk.until(walk.number, "UserTask_VerifyAndRegister");
        }
        var before = entries();

        assertThatThrownBy(() -> walk.supplementAsked(walk.number, "hotich"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("supplement-rounds-used-up"));

        assertThat(entries()).isEqualTo(before);
        assertThat(walk.clock(walk.number.value())).containsEntry("state", "RUNNING");
        assertThat(walk.dossier().state().key()).isEqualTo("processing");
    }

    @Test
    void rungs_that_slept_during_a_pause_wake_at_their_new_times() {
        var walk = Walk.of(context, TWO_ITEMS);
        walk.until(walk.number, "UserTask_VerifyAndRegister");
        time.set(at("2026-11-20 10:10"));
        walk.supplementAsked(walk.number, "hotich");
        time.passUntil(at("2026-11-25 07:30"));
        walk.supplemented(walk.number, "tiepnhan");
        assertThat(walk.rungs()).isEmpty();

        time.passUntil(at("2026-11-25 17:00")); // what is owed by civil status is due today
        assertThat(walk.rungs())
                .filteredOn(rung -> rung.startsWith("civil-status"))
                .doesNotContain("civil-status due unit-head");
        time.passUntil(at("2026-11-26 07:30"));

        assertThat(walk.rungs()).contains("civil-status due unit-head").doesNotHaveDuplicates();
    }

    @Test
    void a_pause_without_a_reason_a_law_or_somebody_who_answers_for_it_is_not_stored() {
        var walk = Walk.of(context, TWO_ITEMS);

        for (var missing : List.of("reason", "legal_basis", "actor")) {
            assertThatThrownBy(() -> jdbc.sql(
                                    ("insert into deadline.entry (clock, seq, kind, at, actor, reason, legal_basis, due_at)"
                                                    + " values (?, 99, 'PAUSE', now(), 'hotich', 'x', 'y', now())")
                                            .replace(
                                                    Map.of("reason", "'x'", "legal_basis", "'y'", "actor", "'hotich'")
                                                            .get(missing),
                                                    "''"))
                            .param(walk.number.value())
                            .update())
                    .hasMessageContaining("entry_check");
        }
    }

    private void recompute(Walk walk) {
        transaction.executeWithoutResult(tx -> recomputing.follow(
                List.of(walk.number.value()),
                time.now(),
                new Stopwatch.Cause("nghiepvu", null, "calendar", null, "1/TB"),
                "lanhdao"));
    }

    private void dayOff(String date) {
        jdbc.sql("insert into agency.calendar_day (calendar, on_date, kind, name, source, confirmed)"
                        + " values ('vn-public-service', ?::date, 'HOLIDAY', 'Nghỉ hoán đổi', '1/TB', true)")
                .param(date)
                .update();
        forgetReferenceData();
    }

    private void forgetReferenceData() {
        Changed.organisation(organisation);
        Changed.calendars(calendars);
    }

    private int entries() {
        return jdbc.sql("select count(*) from deadline.entry")
                .query(Integer.class)
                .single();
    }

    private Instant due(String clock) {
        return jdbc.sql("select due_at from deadline.clock where key = ?")
                .param(clock)
                .query((row, i) -> row.getTimestamp(1).toInstant())
                .single();
    }

    private <T> List<T> heard(Class<T> type) {
        return heard.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The real procedures, but what a request for papers does to the clock is another rule. */
    private Pausing pausingByTheRule(String policy) throws IOException {
        var resolver = new PathMatchingResourcePatternResolver();
        for (var pattern : List.of("procedures/", "forms/")) {
            for (var file : resolver.getResources("classpath*:" + pattern + "**")) {
                var address = file.getURL().toString();
                if (file.isReadable() && !address.endsWith("/")) {
                    var copy = folder.resolve(address.substring(address.lastIndexOf("/" + pattern) + 1));
                    Files.createDirectories(Objects.requireNonNull(copy.getParent()));
                    var bytes = file.getContentAsByteArray();
                    Files.write(
                            copy,
                            copy.endsWith("procedure.yml")
                                    ? new String(bytes, StandardCharsets.UTF_8)
                                            .replace("policy: PAUSE_AND_EXTEND", "policy: " + policy)
                                            .getBytes(StandardCharsets.UTF_8)
                                    : bytes);
                }
            }
        }
        var catalogue = Catalogue.read(new URLClassLoader(new URL[] {address(folder)}, null), null);
        return new Pausing(
                context.getBean(Stopwatches.class),
                context.getBean(Promising.class),
                context.getBean(Dossiers.class),
                catalogue,
                context.getBean(ProcessModels.class),
                context,
                context.getBean(Clock.class));
    }

    private static URL address(Path path) throws MalformedURLException {
        return path.toUri().toURL();
    }
}
