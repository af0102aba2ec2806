package vn.lienthong.deadline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.dossier.Actor;
import vn.lienthong.dossier.Application;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.Leg;
import vn.lienthong.dossier.Receiving;
import vn.lienthong.dossier.Steps;
import vn.lienthong.dossier.Supplements;
import vn.lienthong.workflow.ProcessModel;
import vn.lienthong.workflow.ProcessModels;
import vn.lienthong.workflow.Processes;
import vn.lienthong.workflow.TimeMachine;

/** A sample dossier on its way through the offices, and what its clocks say. */
final class Walk {

    final DossierNumber number;

    private final Dossiers dossiers;
    private final Processes processes;
    private final ProcessModels models;
    private final Steps steps;
    private final Supplements supplements;
    private final CurrentCaller caller;
    private final TransactionTemplate transaction;
    private final TimeMachine time;
    private final JdbcClient jdbc;

    private Walk(ApplicationContext context, String sample, @Nullable Instant receivedAt, @Nullable String channel) {
        dossiers = context.getBean(Dossiers.class);
        processes = context.getBean(Processes.class);
        models = context.getBean(ProcessModels.class);
        steps = context.getBean(Steps.class);
        supplements = context.getBean(Supplements.class);
        caller = context.getBean(CurrentCaller.class);
        transaction = context.getBean(TransactionTemplate.class);
        time = context.getBean(TimeMachine.class);
        jdbc = context.getBean(JdbcClient.class);
        Map<String, Object> data = sample(sample);
        time.set(
                receivedAt == null
                        ? OffsetDateTime.parse((String) data.get("receivedAt")).toInstant()
                        : receivedAt);
        Map<String, Object> request = map(data.get("request"));
        number = caller.as(
                "tiepnhan",
                () -> context.getBean(Receiving.class)
                        .receive(new Application(
                                (String) request.get("procedure"),
                                channel == null ? request.get("channel") : channel,
                                request.get("applicant"),
                                request.get("data"),
                                request.get("papers"))));
    }

    /** Received when the sample says. */
    static Walk of(ApplicationContext context, String sample) {
        return new Walk(context, sample, null, null);
    }

    static Walk of(ApplicationContext context, String sample, Instant receivedAt) {
        return new Walk(context, sample, receivedAt, null);
    }

    /** Sent in from home: the desk looks at it first. */
    static Walk online(ApplicationContext context, String sample, Instant submittedAt) {
        return new Walk(context, sample, submittedAt, "ONLINE");
    }

    Dossiers.Summary dossier() {
        return dossiers.get(number);
    }

    Leg leg(String leg) {
        return dossier().legs().stream()
                .filter(candidate -> candidate.leg().equals(leg))
                .findFirst()
                .orElseThrow();
    }

    DossierNumber linked(String leg) {
        return new DossierNumber(Objects.requireNonNull(leg(leg).number()));
    }

    /** Does every step of the founding agency, so that the other agencies begin. */
    void register() {
        for (int i = 0; i < 20 && leg("police").number() == null; i++) {
            ordinarySteps(number);
        }
    }

    /** Does whatever is open at this dossier, the ordinary way, once. */
    void ordinarySteps(DossierNumber of) {
        var open = processes.openSteps(of.value());
        if (open.isEmpty()) {
            throw new AssertionError("nothing is open at " + of);
        }
        open.forEach(step -> complete(of, step, defaultOutcome(of, step.step()), Map.of()));
    }

    /** Does a dossier's steps until none is left. */
    void finish(DossierNumber of) {
        while (!processes.openSteps(of.value()).isEmpty()) {
            ordinarySteps(of);
        }
    }

    void until(DossierNumber of, String step) {
        for (int i = 0; i < 20; i++) {
            if (processes.openSteps(of.value()).stream()
                    .anyMatch(open -> open.step().equals(step))) {
                return;
            }
            ordinarySteps(of);
        }
        throw new AssertionError(of + " never came to " + step);
    }

    String task(DossierNumber of) {
        return processes.openSteps(of.value()).get(0).taskId();
    }

    void decide(DossierNumber of, String outcome) {
        decide(of, outcome, Map.of());
    }

    void decide(DossierNumber of, String outcome, Map<String, Object> data) {
        complete(of, processes.openSteps(of.value()).get(0), outcome, data);
    }

    void supplementAsked(DossierNumber of, String officer) {
        as(officer, () -> supplements.request(of, "Thiếu bản chính giấy báo tử", List.of("giay-bao-tu")));
    }

    void supplemented(DossierNumber of, String officer) {
        as(officer, () -> supplements.receive(of, List.of(), Map.of()));
    }

    void as(String officer, Runnable work) {
        caller.as(officer, () -> {
            work.run();
            return "";
        });
    }

    Map<String, Object> clock(String key) {
        return jdbc.sql("select * from deadline.clock where key = ?")
                .param(key)
                .query()
                .singleRow();
    }

    /** Kinds of the lines in a ledger, in order. */
    List<String> ledger(String key) {
        return jdbc.sql("select kind from deadline.entry where clock = ? order by seq")
                .param(key)
                .query(String.class)
                .list();
    }

    /** Rungs that were reached by the clocks of this dossier and of its legs: {@code UserTask_X 80% assignee}. */
    List<String> rungs() {
        return jdbc.sql(
                        "select coalesce(step, leg, 'dossier') || ' ' || rung from deadline.escalation where root = ? order by id")
                .param(number.value())
                .query(String.class)
                .list();
    }

    /** Clocks that will have something to tell. */
    int waking(DossierNumber of) {
        return jdbc.sql("select count(*) from deadline.clock where dossier = ? and next_rung_at is not null")
                .param(of.value())
                .query(Integer.class)
                .single();
    }

    private String defaultOutcome(DossierNumber of, String step) {
        return models.of(dossiers.get(of).process()).outcomes(step).stream()
                .filter(ProcessModel.Outcome::isDefault)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void complete(DossierNumber of, Processes.OpenStep open, String outcome, Map<String, Object> data) {
        transaction.executeWithoutResult(tx -> {
            steps.decided(of, open.step(), outcome, "Có lý do", data, Actor.SYSTEM);
            processes.complete(open.taskId(), outcome);
        });
    }

    static Map<String, Object> sample(String name) {
        try (var in = Walk.class.getResourceAsStream("/cases/death-registration/" + name + ".json")) {
            return JsonMapper.shared().readValue(in, new TypeReference<Map<String, Object>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(@Nullable Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value);
    }
}
