package vn.lienthong.operations.consistency;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.dossier.Application;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Receiving;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.testing.SampleDossier;
import vn.lienthong.workflow.TimeMachine;
import vn.lienthong.worklist.Completing;
import vn.lienthong.worklist.Tasks;

/** Two dossiers, one of them finished, in which nothing is wrong; and for each question a damage that it has to notice. */
@ModuleTest
class EveryQuestionHasAProbeTest {

    /** What an ordinary death with a deregistration of residence passes through. */
    private static final List<String> OFFICERS =
            List.of("hotich", "lanhdao", "vanthu", "congan", "congan", "congan", "congan", "traketqua");

    private static final String EVENTS = "alter table dossier.event disable trigger event_is_append_only;";

    private static final Map<Question, String> PROBES = Map.ofEntries(
            entry(Question.STATE_DIFFERS, "update dossier.dossier set state = 4 where number = ':finished'"),
            entry(
                    Question.PROCESS_MISSING,
                    "update workflow.act_ru_execution set business_key_ = 'nobody' where business_key_ = ':open'"),
            entry(Question.PROCESS_LEFT, "update dossier.dossier set finished_at = received_at where number = ':open'"),
            entry(
                    Question.PROCESS_DOUBLED,
                    "update workflow.act_ru_execution set business_key_ = ':open'" + " where parent_id_ is null"),
            entry(
                    Question.JOB_STUCK,
                    "insert into workflow.act_ru_job (id_, type_, retries_, suspension_state_,"
                            + " handler_type_) values ('stuck', 'timer', 0, 1, 'timer-intermediate-transition')"),
            entry(
                    Question.LEG_OPEN,
                    "update dossier.leg set state = 'RUNNING' where dossier = ':finished' and leg = 'civil-status'"),
            entry(
                    Question.LEG_DIFFERS,
                    "update dossier.dossier set origin_leg = 'elsewhere' where origin = ':finished'"),
            entry(Question.HANDOVER_MISSING, "delete from interconnection.handover where origin = ':finished'"),
            entry(
                    Question.HANDOVER_DIFFERS,
                    "update interconnection.handover set state = 'ACCEPTED' where origin = ':finished'"),
            entry(
                    Question.INCOMING_DIFFERS,
                    "update dossier.dossier set content = content || '{\"linked\": true}' where number = ':open'"),
            entry(
                    Question.ENVELOPE_DIFFERS,
                    "insert into interconnection.inbox (id, peer, handover, forward, sequence, kind, body, received_at,"
                            + " handled_at, next_at) values (gen_random_uuid(), 'p', gen_random_uuid(), true, 2,"
                            + " 'CANCEL', '', now(), now(), now())"),
            entry(Question.LINE_MISSING, "delete from worklist.line where origin = ':open'"),
            entry(Question.LINE_LEFT, "update worklist.line set task_id = 'gone' where origin = ':open'"),
            entry(
                    Question.STEP_DOUBLED,
                    "insert into worklist.line (task_id, dossier, origin, leg, procedure, edition, step, applicant,"
                            + " unit, home, duty, state, opened_at) select 'twin', dossier, origin, leg, procedure,"
                            + " edition, step, applicant, unit, home, duty, state, opened_at from worklist.line"),
            entry(
                    Question.STEP_DIFFERS,
                    "delete from worklist.closed_line where dossier = ':finished' and step = 'UserTask_SignExtract'"),
            entry(Question.RECEPTION_DIFFERS, EVENTS + "delete from dossier.event where what = 'received'"),
            entry(Question.LEG_HISTORY_DIFFERS, EVENTS + "delete from dossier.event where what = 'leg-started'"),
            entry(
                    Question.EVENT_DOUBLED,
                    "insert into dossier.event (dossier, root, command, at, actor, unit, what, details) select dossier,"
                            + " root, command, at, actor, unit, what, details from dossier.event where what = 'ready'"),
            entry(
                    Question.CLOCK_MISSING,
                    "alter table deadline.entry disable trigger user; delete from deadline.entry where clock = ':open';"
                            + "delete from deadline.clock where key = ':open'"),
            entry(
                    Question.CLOCK_LEFT,
                    "update deadline.clock set state = 'RUNNING', running_since = started_at where key = ':finished'"),
            entry(Question.LEDGER_DIFFERS, "update deadline.clock set entries = entries + 1 where key = ':open'"),
            entry(Question.RUNG_DIFFERS, "update deadline.clock set reached = '{80%,80%}' where key = ':open'"),
            entry(
                    Question.NUMBER_MISSING,
                    "update document.number_sequence set last = last + 1 where kind = 'extract'"),
            entry(
                    Question.NUMBER_DOUBLED,
                    "update document.document set number = '01/TLKT'" + " where code = 'death-extract'"),
            entry(
                    Question.NUMBER_BEHIND,
                    "update document.number_sequence set last = last - 1 where kind = 'dossier'"
                            + " and scope = 'an-hoa'"),
            entry(Question.FILE_CHANGED, "update document.content set bytes = bytes || '\\x00'::bytea"),
            entry(
                    Question.FILE_MISSING,
                    "update dossier.paper set document = gen_random_uuid()" + " where dossier = ':open'"));

    @Autowired
    Consistency consistency;

    @Autowired
    Receiving receiving;

    @Autowired
    Completing completing;

    @Autowired
    Tasks tasks;

    @Autowired
    CurrentCaller caller;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Database database;

    @Autowired
    TimeMachine time;

    private String finished = "";
    private String open = "";

    @BeforeEach
    void twoDossiers() {
        database.empty();
        SampleDossier sample = SampleDossier.of("death-registration/01-two-items-morning");
        time.set(sample.receivedAt());
        finished = received(sample);
        OFFICERS.forEach(officer -> step(finished, officer));
        open = received(sample);
        OFFICERS.subList(0, 4).forEach(officer -> step(open, officer));
    }

    @AfterEach
    void now() {
        database.empty();
        time.reset();
    }

    @Test
    void nothing_is_found_where_nothing_is_wrong() {
        Consistency.Report report = consistency.check();

        assertThat(report.findings()).isEmpty();
        assertThat(report.dossiers()).isEqualTo(4);
        assertThat(report.open()).isEqualTo(2);
        assertThat(report.steps()).isEqualTo(12);
        assertThat(report.handovers()).isEqualTo(2);
        // Dossiers, deaths, extracts, and the notice of the police.
        assertThat(report.numbers()).isEqualTo(2 + 2 + 2 + 2 + 1);
        assertThat(report.files()).isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void a_damage_is_noticed(Question question) {
        List<Finding> findings = transaction.execute(status -> {
            status.setRollbackOnly();
            Arrays.stream(probe(question).split(";"))
                    .map(damage -> damage.replace(":open", open).replace(":finished", finished))
                    .forEach(damage -> assertThat(jdbc.sql(damage).update())
                            .as(damage)
                            .satisfiesAnyOf(
                                    rows -> assertThat(rows).isPositive(),
                                    rows -> assertThat(damage).startsWith("alter")));
            return consistency.check().findings();
        });

        assertThat(findings).extracting(Finding::question).contains(question);
    }

    private static String probe(Question question) {
        return Objects.requireNonNull(PROBES.get(question), () -> question + " has no probe");
    }

    private String received(SampleDossier sample) {
        DossierNumber number = caller.as(
                "tiepnhan",
                () -> receiving.receive(new Application(
                        sample.procedure(), "COUNTER", sample.applicant(), sample.data(), sample.papers())));
        return number.value();
    }

    private void step(String number, String officer) {
        time.set(time.now().plusSeconds(60));
        String task = jdbc.sql("select task_id from worklist.line where origin = :number and state = 'OPEN'")
                .param("number", number)
                .query(String.class)
                .single();
        caller.as(officer, () -> {
            String usual = tasks.open(task, Locale.ENGLISH).outcomes().stream()
                    .filter(Tasks.Outcome::isDefault)
                    .findFirst()
                    .orElseThrow()
                    .id();
            return completing.complete(task, usual, null, null);
        });
    }
}
