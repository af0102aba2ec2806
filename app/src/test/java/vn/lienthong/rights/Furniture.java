package vn.lienthong.rights;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import vn.lienthong.agency.Absences;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Duty;
import vn.lienthong.deadline.ChangingCalendars;
import vn.lienthong.deadline.Extending;
import vn.lienthong.deadline.Extension;
import vn.lienthong.deadline.Letters;
import vn.lienthong.design.publishing.Publishing;
import vn.lienthong.document.DocumentId;
import vn.lienthong.document.Documents;
import vn.lienthong.document.NewDocument;
import vn.lienthong.document.inspection.SampleFiles;
import vn.lienthong.dossier.Application;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.Leg;
import vn.lienthong.dossier.Prints;
import vn.lienthong.dossier.Receiving;
import vn.lienthong.dossier.TurningAway;
import vn.lienthong.dossier.Visits;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.SampleDossier;
import vn.lienthong.workflow.Deployments;
import vn.lienthong.workflow.ExternalTasks;
import vn.lienthong.workflow.ProcessRef;
import vn.lienthong.workflow.Processes;
import vn.lienthong.workflow.TimeMachine;
import vn.lienthong.worklist.Completing;
import vn.lienthong.worklist.Tasks;

/** One of everything that an address can name, all of An Hòa ward. */
public final class Furniture {

    private static final String NEWCOMER = "nguoi-moi";

    private final CurrentCaller caller;
    private final ApplicationContext beans;
    private final JdbcClient jdbc;

    public Furniture(ApplicationContext beans) {
        this.beans = beans;
        this.caller = beans.getBean(CurrentCaller.class);
        this.jdbc = beans.getBean(JdbcClient.class);
    }

    /**
     * @param receptionist who puts the draft at the counter together
     * @return what stands for the names in addresses: the longer beginnings first
     */
    public Map<String, String> stand(String receptionist) {
        TimeMachine time = beans.getBean(TimeMachine.class);
        SampleDossier sample = SampleDossier.of("death-registration/05-merit-two-agencies");
        time.set(sample.receivedAt());
        DossierNumber handed = received(sample, "ONLINE");
        for (String officer : List.of("tiepnhan", "hotich", "lanhdao", "vanthu")) {
            ordinaryStep(handed, officer);
        }
        DossierNumber number = received(sample, "COUNTER");
        caller.as(
                "tiepnhan",
                () -> beans.getBean(Extending.class)
                        .propose(
                                number,
                                new Extension(2, "WORKING_DAY", "Chờ xác minh", null, null, null),
                                Locale.ENGLISH));
        // Late by now: somebody was called, and a letter of apology is due.
        time.passUntil(time.now().plus(Duration.ofDays(30)));
        caller.as("giamsat", () -> beans.getBean(Letters.class).draft(number, Locale.ENGLISH));
        caller.as(
                "thietke",
                () -> beans.getBean(Publishing.class)
                        .send(
                                List.of(new MockMultipartFile(
                                        "files", "procedure.yml", null, "x: 1".getBytes(StandardCharsets.UTF_8))),
                                "probe",
                                "2030-01-01"));
        caller.as(
                "nghiepvu",
                () -> beans.getBean(ChangingCalendars.class)
                        .propose(new ChangingCalendars.Wish(
                                "vn-public-service",
                                "1/TB",
                                "",
                                List.of(new ChangingCalendars.DayWish(
                                        "2027-03-10", "HOLIDAY", "Nghỉ thêm", List.of())))));
        UUID draft = UUID.randomUUID();
        jdbc.sql("""
                        insert into dossier.reception_draft
                            (id, owner, procedure, channel, applicant, data, papers, seen, updated_at)
                        values (:id, :owner, 'residence-deregistration', 'COUNTER', '{}', '{}', '{}', '{}', now())
                        """).param("id", draft).param("owner", receptionist).update();
        jdbc.sql("insert into worklist.saved_filter (id, officer, name, query) values (:id, :owner, 'x', 'queue=team')")
                .param("id", UUID.randomUUID())
                .param("owner", receptionist)
                .update();
        String document = caller.as("tiepnhan", () -> {
            beans.getBean(Prints.class).prepare(number);
            return beans.getBean(Documents.class).of(number.value()).get(0).id().toString();
        });

        Map<String, String> names = new LinkedHashMap<>();
        names.put("/reception/{id}", "/reception/" + draft);
        names.put("/filters/{id}", "/filters/" + one("worklist.saved_filter"));
        names.put("/apologies/{id}", "/apologies/" + one("deadline.apology"));
        names.put("/extensions/{id}", "/extensions/" + one("deadline.extension"));
        names.put("/escalations/{id}", "/escalations/" + escalation());
        names.put("/calendar-changes/{id}", "/calendar-changes/" + one("deadline.calendar_change"));
        names.put("/editions/{id}", "/editions/" + one("design.edition_draft"));
        names.put("/edition-drafts/{id}", "/edition-drafts/" + one("design.edition_draft"));
        names.put("/documents/{id}", "/documents/" + document);
        names.put("/absences/{id}", "/absences/" + absence());
        names.put("/messages/{id}", "/messages/" + one("notification.message"));
        names.put("/notices/{id}", "/notices/" + one("notification.notice"));
        names.put("/dead-letters/{id}", "/dead-letters/" + deadLetter());
        names.put("/handovers/{id}", "/handovers/" + one("interconnection.handover"));
        names.putAll(workForAProgram(handed));
        names.put("/accounts/{username}", "/accounts/" + account());
        jdbc.sql("insert into dossier.retention_run (decision, run_by, started_at) values ('1/QĐ', 'quantri', now())")
                .update();
        names.put("/runs/{run}", "/runs/" + one("dossier.retention_run"));
        names.put("{round}", "1");
        names.put("{visit}", visitOf(number));
        names.put("{refusal}", refusal(sample));
        names.put("{number}", number.value());
        names.put("{secret}", beans.getBean(Dossiers.class).get(number).secret());
        names.put(
                "{taskId}",
                jdbc.sql("select task_id from worklist.line where dossier = :number and state = 'OPEN' limit 1")
                        .param("number", number.value())
                        .query(String.class)
                        .single());
        names.put("{key}", "residence-deregistration");
        names.put("{edition}", "2025-07-01");
        names.put("{form}", "deceased");
        names.put("{topic}", "applicant");
        names.put("{level}", "1");
        names.put("{agency}", "an-hoa");
        names.put("{of}", "STEP");
        return names;
    }

    /** Takes everything out again, so that the next test finds an empty house. */
    public void clear() {
        beans.getBean(Database.class).empty();
        jdbc.sql("delete from agency.delegation").update();
        jdbc.sql("delete from agency.absence").update();
        jdbc.sql("delete from agency.duty where officer = :newcomer")
                .param("newcomer", NEWCOMER)
                .update();
        jdbc.sql("delete from agency.officer where username = :newcomer")
                .param("newcomer", NEWCOMER)
                .update();
        beans.getBean(TimeMachine.class).reset();
    }

    /** Of An Hòa ward, and nobody whose session others need. */
    private String account() {
        jdbc.sql(
                        "insert into agency.officer (username, full_name) values (:newcomer, 'Trần Thị Mới') on conflict do nothing")
                .param("newcomer", NEWCOMER)
                .update();
        jdbc.sql("insert into agency.duty (officer, unit, duty, valid_from)"
                        + " values (:newcomer, 'an-hoa-tu-phap', 'CASE_OFFICER', '2025-07-01') on conflict do nothing")
                .param("newcomer", NEWCOMER)
                .update();
        return NEWCOMER;
    }

    /** The police's leg as their program would fetch it. */
    private Map<String, String> workForAProgram(DossierNumber origin) {
        String leg = beans.getBean(Dossiers.class).get(origin).legs().stream()
                .filter(one -> one.unit().equals("an-hoa-cong-an"))
                .map(Leg::number)
                .findFirst()
                .orElseThrow();
        var probe = new ProcessRef("pull-probe", "2025-07-01");
        try (InputStream in = getClass().getResourceAsStream("/interconnection/pull-probe.bpmn")) {
            beans.getBean(Deployments.class)
                    .deploy(
                            probe,
                            Map.of("pull-probe.bpmn", Objects.requireNonNull(in).readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        beans.getBean(Processes.class).start(probe, Objects.requireNonNull(leg), Map.of());
        Documents documents = beans.getBean(Documents.class);
        DocumentId paper = documents.store(
                NewDocument.paper("giay-bao-tu", "giay-bao-tu.pdf", SampleFiles.pdf("x"), leg, "tiepnhan"));
        ExternalTasks.Work work = beans.getBean(ExternalTasks.class).of(leg).get(0);
        return Map.of(
                "/external-task/{id}",
                "/external-task/" + work.id(),
                "{sha256}",
                documents.load(paper).sha256(),
                "{place}",
                work.instance(),
                "{variable}",
                "paper-giay-bao-tu");
    }

    private UUID deadLetter() {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into interconnection.outbox
                            (id, destination, stream, kind, body, unit, state, written_at, next_at, attempts, last_answer)
                        values (:id, 'so-noi-vu', 'x', 'handover.sent', '{}', 'an-hoa-mot-cua', 'DEAD', now(), now(), 1, 'HTTP 422')
                        """).param("id", id).update();
        return id;
    }

    private String visitOf(DossierNumber number) {
        return caller.as("tiepnhan", () -> beans.getBean(Visits.class).begin(number))
                .toString();
    }

    private String refusal(SampleDossier sample) {
        return caller.as(
                        "tiepnhan",
                        () -> beans.getBean(TurningAway.class)
                                .turnAway(
                                        new Application(
                                                sample.procedure(),
                                                "COUNTER",
                                                sample.applicant(),
                                                sample.data(),
                                                List.of()),
                                        "Không hoàn thiện được"))
                .toString();
    }

    private DossierNumber received(SampleDossier sample, String channel) {
        return caller.as(
                "tiepnhan",
                () -> beans.getBean(Receiving.class)
                        .receive(new Application(
                                sample.procedure(), channel, sample.applicant(), sample.data(), sample.papers())));
    }

    private void ordinaryStep(DossierNumber number, String officer) {
        String task =
                beans.getBean(Processes.class).openSteps(number.value()).get(0).taskId();
        caller.as(officer, () -> {
            Tasks.Outcome ordinary = beans.getBean(Tasks.class).open(task, Locale.ENGLISH).outcomes().stream()
                    .filter(Tasks.Outcome::isDefault)
                    .findFirst()
                    .orElseThrow();
            return beans.getBean(Completing.class).complete(task, ordinary.id(), null, null);
        });
    }

    /** The registrar is away next year. */
    private long absence() {
        LocalDate day = LocalDate.of(2027, 3, 1);
        return caller.as(
                "lanhdao",
                () -> beans.getBean(Absences.class)
                        .declare(new Absences.Wish(
                                "hotich",
                                day,
                                day,
                                "1/QĐ",
                                "Nghỉ phép",
                                List.of(new Absences.Cover("an-hoa-tu-phap", Duty.CASE_OFFICER, List.of("vanthu"))))));
    }

    /** Any row, or a number that no row has. */
    /** Whoever was called first about a step: which of the rungs is first in the table depends on the threads that told. */
    private String escalation() {
        return jdbc.sql("""
                        select id::text from deadline.escalation
                         where of_level = 'STEP' order by level, step, dossier, rung limit 1
                        """).query(String.class).single();
    }

    private String one(String table) {
        return jdbc.sql("select id::text from " + table + " limit 1")
                .query(String.class)
                .optional()
                .orElse("1");
    }
}
