package vn.lienthong.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.agency.Calendars;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Duty;
import vn.lienthong.agency.Organisation;
import vn.lienthong.agency.calendar.WorkingCalendar;
import vn.lienthong.deadline.RungReached;
import vn.lienthong.dossier.Application;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.Leg;
import vn.lienthong.dossier.Paper;
import vn.lienthong.dossier.Receiving;
import vn.lienthong.dossier.Supplements;
import vn.lienthong.dossier.Withdrawing;
import vn.lienthong.workflow.EngineClock;
import vn.lienthong.workflow.ProcessModel;
import vn.lienthong.workflow.ProcessModels;
import vn.lienthong.workflow.Processes;
import vn.lienthong.workflow.TimeMachine;
import vn.lienthong.worklist.Completing;

/** Tells one story: officers act through the same doors as in the product. */
@TestComponent
public class Telling {

    private static final int MANY_STEPS = 30;

    private final Receiving receiving;
    private final Dossiers dossiers;
    private final Supplements supplements;
    private final Withdrawing withdrawing;
    private final Completing completing;
    private final Processes processes;
    private final ProcessModels models;
    private final Organisation organisation;
    private final Calendars calendars;
    private final CurrentCaller caller;
    private final TransactionTemplate transaction;
    private final TimeMachine time;
    private final Witness witness;

    Telling(
            Receiving receiving,
            Dossiers dossiers,
            Supplements supplements,
            Withdrawing withdrawing,
            Completing completing,
            Processes processes,
            ProcessModels models,
            Organisation organisation,
            Calendars calendars,
            CurrentCaller caller,
            TransactionTemplate transaction,
            TimeMachine time,
            Witness witness) {
        this.receiving = receiving;
        this.dossiers = dossiers;
        this.supplements = supplements;
        this.withdrawing = withdrawing;
        this.completing = completing;
        this.processes = processes;
        this.models = models;
        this.organisation = organisation;
        this.calendars = calendars;
        this.caller = caller;
        this.transaction = transaction;
        this.time = time;
        this.witness = witness;
    }

    void tell(Scenario story) {
        witness.forget();
        time.set(story.receivedAt());
        DossierNumber number = caller.as(
                receptionist(story),
                () -> receiving.receive(new Application(
                        story.process().procedure(),
                        story.channel(),
                        story.applicant(),
                        story.data(),
                        story.papers())));
        Dossiers.Summary received = dossiers.get(number);

        for (Map<String, Object> event : story.when()) {
            happen(number, event);
        }

        check(story, received, dossiers.get(number));
    }

    private void happen(DossierNumber number, Map<String, Object> event) {
        if (event.containsKey("wait")) {
            time.passUntil(after(number, String.valueOf(event.get("wait"))));
            return;
        }
        if (event.containsKey("waitUntil")) {
            time.passUntil(Scenario.instant(event.get("waitUntil")));
            return;
        }
        if (event.containsKey("at")) {
            time.passUntil(Scenario.instant(event.get("at")));
        } else if (event.containsKey("after")) {
            time.passUntil(after(number, String.valueOf(event.get("after"))));
        }
        DossierNumber whose = whose(number, event.get("leg"));
        if (event.containsKey("step")) {
            step(whose, event);
        } else if (event.containsKey("settle")) {
            settle(whose(number, event.get("settle")), "refused".equals(event.get("as")));
        } else if (event.containsKey("supplement")) {
            supplement(whose, Scenario.map(event.get("supplement")));
        } else if (event.containsKey("withdraw")) {
            as(receptionist(whose), () -> withdrawing.withdraw(whose, String.valueOf(event.get("withdraw"))));
        } else if (event.containsKey("tell")) {
            boolean heard = Boolean.TRUE.equals(
                    transaction.execute(tx -> processes.tell(whose.value(), String.valueOf(event.get("tell")))));
            assertThat(heard).as("dossier waits for %s", event.get("tell")).isTrue();
        } else {
            throw new AssertionError("nobody knows what to do with " + event);
        }
    }

    private void step(DossierNumber number, Map<String, Object> event) {
        String step = String.valueOf(event.get("step"));
        Processes.OpenStep open = processes.openSteps(number.value()).stream()
                .filter(s -> s.step().equals(step))
                .findFirst()
                .orElseThrow(() -> new AssertionError(step + " is not open; open are "
                        + processes.openSteps(number.value()) + ", passed "
                        + witness.elementsOf(number.value())));
        Object by = event.get("by");
        complete(
                number,
                open,
                by == null ? anybody(number, step) : by.toString(),
                event.get("outcome") == null ? ordinary(number, step) : String.valueOf(event.get("outcome")),
                event.get("data") == null ? null : Scenario.map(event.get("data")),
                event.get("reason") == null ? "" : String.valueOf(event.get("reason")));
    }

    private void complete(
            DossierNumber number,
            Processes.OpenStep open,
            String by,
            String outcome,
            @Nullable Map<String, Object> data,
            String reason) {
        @Nullable Map<String, @Nullable Object> answers = data == null ? null : new LinkedHashMap<>(data);
        caller.as(by, () -> completing.complete(open.taskId(), outcome, answers, reason));
    }

    /** Ordinary outcomes until the leg is over; a refusal at the first step that offers one. */
    private void settle(DossierNumber number, boolean refused) {
        boolean still = refused;
        for (int i = 0; i < MANY_STEPS && !dossiers.get(number).state().isFinal(); i++) {
            List<Processes.OpenStep> open = processes.openSteps(number.value());
            if (open.isEmpty()) {
                return;
            }
            Processes.OpenStep next = open.get(0);
            boolean offers = model(number).outcomes(next.step()).stream().anyMatch(o -> o.id().equals("refuse"));
            String outcome = still && offers ? "refuse" : ordinary(number, next.step());
            still = still && !offers;
            complete(number, next, anybody(number, next.step()), outcome, null, "Không đủ điều kiện");
        }
    }

    private void supplement(DossierNumber number, Map<String, Object> what) {
        List<Paper> papers = new ArrayList<>();
        for (Object paper : Scenario.list(what.getOrDefault("papers", List.of()))) {
            Map<String, Object> p = Scenario.map(paper);
            papers.add(new Paper(String.valueOf(p.get("code")), String.valueOf(p.get("form")), 1, null));
        }
        Map<String, Object> data = Scenario.map(what.getOrDefault("data", Map.of()));
        as(receptionist(number), () -> supplements.receive(number, papers, data));
    }

    private void check(Scenario story, Dossiers.Summary received, Dossiers.Summary now) {
        Map<String, Object> then = story.then();
        var soft = new SoftAssertions();
        if (then.containsKey("promisedAt")) {
            soft.assertThat(received.promisedAt())
                    .as("the date on the receipt")
                    .isEqualTo(Scenario.instant(then.get("promisedAt")));
        }
        if (then.containsKey("movedTo")) {
            soft.assertThat(now.promisedAt())
                    .as("the date promised in the end")
                    .isEqualTo(Scenario.instant(then.get("movedTo")));
        }
        Scenario.map(then.getOrDefault("due", Map.of()))
                .forEach((leg, due) -> soft.assertThat(leg(received, leg).dueAt())
                        .as("what leg %s promises", leg)
                        .isEqualTo(Scenario.instant(due)));
        soft.assertThat(end(now))
                .as("the end event, passed %s", witness.elementsOf(now.number().value()))
                .isEqualTo(then.get("end") == null && !then.containsKey("end") ? null : then.get("end"));
        if (then.containsKey("at")) {
            soft.assertThat(processes.openSteps(now.number().value()))
                    .extracting(Processes.OpenStep::step)
                    .as("open steps")
                    .containsExactlyInAnyOrderElementsOf(strings(then.get("at")));
        }
        if (then.containsKey("state")) {
            soft.assertThat(now.state().key()).as("state").isEqualTo(then.get("state"));
        }
        if (then.containsKey("legs")) {
            Map<String, String> legs = new TreeMap<>();
            now.legs().forEach(l -> legs.put(l.leg(), l.state().key()));
            soft.assertThat(legs).as("legs").containsAllEntriesOf(texts(then.get("legs")));
        }
        var elements = witness.elementsOf(now.number().value());
        soft.assertThat(elements).as("visited").containsAll(strings(then.getOrDefault("visited", List.of())));
        soft.assertThat(elements)
                .as("not visited")
                .doesNotContainAnyElementsOf(strings(then.getOrDefault("notVisited", List.of("none"))));
        if (then.containsKey("results")) {
            soft.assertThat(witness.resultsOf(dossiers.family(now.number()).stream()
                            .map(DossierNumber::value)
                            .toList()))
                    .as("results")
                    .containsExactlyElementsOf(strings(then.get("results")));
        }
        if (then.containsKey("notices")) {
            soft.assertThat(witness.noticesOf(now.number().value()))
                    .as("notices")
                    .containsExactlyElementsOf(strings(then.get("notices")));
        }
        for (Object rung : Scenario.list(then.getOrDefault("rungs", List.of()))) {
            soft.assertThat(witness.rungsOf(now.root().value()).stream()
                            .filter(r -> is(r, Scenario.map(rung)))
                            .count())
                    .as("rung %s", rung)
                    .isEqualTo(1);
        }
        Scenario.map(then.getOrDefault("data", Map.of()))
                .forEach((path, value) ->
                        soft.assertThat(at(now.content(), path)).as(path).isEqualTo(value));
        soft.assertAll();
    }

    private @Nullable String end(Dossiers.Summary dossier) {
        return processes.position(dossier.number().value()).isEmpty() ? dossier.endElement() : null;
    }

    private boolean is(RungReached rung, Map<String, Object> wanted) {
        return rung.level().name().equals(wanted.get("of"))
                && (wanted.get("leg") == null || wanted.get("leg").equals(rung.leg()))
                && rung.rung().equals(wanted.get("at") + " " + wanted.get("to"))
                && (wanted.get("step") == null || wanted.get("step").equals(rung.step()));
    }

    private DossierNumber whose(DossierNumber number, @Nullable Object leg) {
        if (leg == null) {
            return number;
        }
        Leg found = leg(dossiers.get(number), leg.toString());
        assertThat(found.number())
                .as("leg %s has been opened, it is %s", leg, found.state())
                .isNotNull();
        return new DossierNumber(Objects.requireNonNull(found.number()));
    }

    private static Leg leg(Dossiers.Summary dossier, String leg) {
        return dossier.legs().stream()
                .filter(l -> l.leg().equals(leg))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no leg " + leg + " is planned"));
    }

    private ProcessModel model(DossierNumber number) {
        return models.of(dossiers.get(number).process());
    }

    private String ordinary(DossierNumber number, String step) {
        return model(number).outcomes(step).stream()
                .filter(ProcessModel.Outcome::isDefault)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private String anybody(DossierNumber number, String step) {
        Map<String, String> properties = model(number).require(step).properties();
        var on = time.now().atZone(EngineClock.ZONE).toLocalDate();
        String unit = organisation
                .competent(
                        String.valueOf(properties.get("agency")),
                        dossiers.get(number).area(),
                        on)
                .code();
        Duty duty = Duty.valueOf(
                String.valueOf(properties.get("duty")).toUpperCase(Locale.ROOT).replace('-', '_'));
        return organisation.officersOf(unit, duty, on).stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody is " + duty + " at " + unit));
    }

    /** Any reception officer: in these stories all dossiers come in at the demonstration ward. */
    private static String receptionist(Scenario story) {
        return "tiepnhan";
    }

    private String receptionist(DossierNumber number) {
        return dossiers.get(number).units().contains("an-hoa-mot-cua") ? "tiepnhan" : anyOfTheUnits(number);
    }

    private String anyOfTheUnits(DossierNumber number) {
        var on = time.now().atZone(EngineClock.ZONE).toLocalDate();
        return dossiers.get(number).units().stream()
                .flatMap(u -> organisation.officersOf(u, Duty.CASE_OFFICER, on).stream())
                .findFirst()
                .orElseThrow();
    }

    private Instant after(DossierNumber number, String span) {
        WorkingCalendar calendar = calendars.ofUnit(dossiers.get(number).unit());
        Instant then = time.now();
        String[] words = span.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            int amount = Integer.parseInt(words[i]);
            then = switch (words[i + 1]) {
                case "WORKING_HOUR" -> calendar.plusWorkingTime(then, java.time.Duration.ofHours(amount));
                case "WORKING_DAY" -> workingDays(calendar, then, amount);
                case "CALENDAR_DAY" -> then.plus(java.time.Duration.ofDays(amount));
                default -> then.plus(java.time.Duration.ofHours(amount));
            };
        }
        return then;
    }

    /** The same time of day, some working days later. */
    private static Instant workingDays(WorkingCalendar calendar, Instant from, int amount) {
        var at = from.atZone(EngineClock.ZONE);
        var day = at.toLocalDate();
        for (int i = 0; i < amount; i++) {
            day = calendar.nextWorkingDay(day);
        }
        return day.atTime(at.toLocalTime()).atZone(EngineClock.ZONE).toInstant();
    }

    private void as(String username, Runnable work) {
        caller.as(username, () -> {
            work.run();
            return "";
        });
    }

    private static @Nullable Object at(Map<String, Object> content, String path) {
        @Nullable Object value = content;
        for (String name : path.split("\\.", -1)) {
            value = value instanceof Map<?, ?> inner ? inner.get(name) : null;
        }
        return value;
    }

    private static List<String> strings(@Nullable Object list) {
        return Scenario.list(list).stream().map(Object::toString).toList();
    }

    private static Map<String, String> texts(@Nullable Object map) {
        Map<String, String> texts = new TreeMap<>();
        Scenario.map(map).forEach((k, v) -> texts.put(k, String.valueOf(v)));
        return texts;
    }
}
