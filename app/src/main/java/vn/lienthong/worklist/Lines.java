package vn.lienthong.worklist;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Calendars;
import vn.lienthong.agency.Duty;
import vn.lienthong.agency.NoCompetentUnit;
import vn.lienthong.agency.Organisation;
import vn.lienthong.command.InHand;
import vn.lienthong.deadline.StepDates;
import vn.lienthong.deadline.StepDue;
import vn.lienthong.deadline.StepDueMoved;
import vn.lienthong.deadline.StepTimes;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.Leg;
import vn.lienthong.workflow.ProcessRef;
import vn.lienthong.workflow.StepClosed;
import vn.lienthong.workflow.StepOpened;
import vn.lienthong.workflow.Times;
import vn.lienthong.workflow.WaitClosed;
import vn.lienthong.workflow.WaitOpened;

/** Keeps the lines in step with the engine, inside the engine's own transaction: no lag, no ghosts. */
@Component
class Lines {

    /** The desk that talks to applicants; a wait is its business unless the diagram says otherwise. */
    private static final String RECEPTION = "reception";

    private static final String SUPPLEMENT = "supplement";

    private final LineMapper lines;
    private final InHand<Desk> inHand = new InHand<>(Desk::new);
    private final Dossiers dossiers;
    private final Organisation organisation;
    private final Times times;
    private final StepDates dates;
    private final StepTimes stepTimes;
    private final Calendars calendars;
    private final Clock clock;

    Lines(
            LineMapper lines,
            Dossiers dossiers,
            Organisation organisation,
            Times times,
            StepDates dates,
            StepTimes stepTimes,
            Calendars calendars,
            Clock clock) {
        this.lines = lines;
        this.dossiers = dossiers;
        this.organisation = organisation;
        this.times = times;
        this.dates = dates;
        this.stepTimes = stepTimes;
        this.calendars = calendars;
        this.clock = clock;
    }

    @EventListener
    void opened(StepDue due) {
        StepOpened step = due.step();
        lines.insert(line(
                step.taskId(),
                step.businessKey(),
                step.process(),
                step.step(),
                step.properties(),
                due.unit(),
                duty(step.properties(), null),
                Line.State.OPEN,
                step.at(),
                due.dueAt()));
    }

    @EventListener
    void moved(StepDueMoved due) {
        inHand.get().moved.put(due.taskId(), due);
    }

    /** An officer ends this step now: it need not be read again, and who took it is written when it closes. */
    void ending(Line line, Optional<LineMapper.Taken> by) {
        inHand.get().ending.put(line.taskId(), new Ending(line, by.orElse(null)));
    }

    @EventListener
    void closed(StepClosed step) {
        // The order in which everybody takes things: the dossier first. A timer closes steps before it reaches
        // elements.
        dossiers.current(new DossierNumber(step.businessKey()));
        inHand.write();
        Ending known = inHand.get().ending.remove(step.taskId());
        Line line = known == null ? lines.find(step.taskId()) : known.line();
        if (line != null) {
            Spent spent = spent(line, step.at());
            LineMapper.Taken by = known == null ? null : known.by();
            lines.close(step.taskId(), by, step.outcome(), step.at(), spent.worked(), spent.allowed());
        }
    }

    /** @param by who took it to end it; null when it was in the officer's hands before */
    private record Ending(Line line, LineMapper.@Nullable Taken by) {}

    /** What the transaction ends, and what it moves: a calendar moves the dates of many steps at once. */
    private final class Desk implements InHand.Pending {

        private final Map<String, Ending> ending = new HashMap<>();
        private final Map<String, StepDueMoved> moved = new LinkedHashMap<>();

        @Override
        public void write() {
            if (!moved.isEmpty()) {
                lines.due(moved.values());
                moved.clear();
            }
        }
    }

    /** Seconds of the unit's working time; what the clock counted, where one did. */
    private record Spent(long worked, @Nullable Long allowed) {}

    private Spent spent(Line line, Instant at) {
        return stepTimes
                .of(line.taskId())
                .map(time -> new Spent(time.used().toSeconds(), time.allowed().toSeconds()))
                .orElseGet(() -> new Spent(
                        calendars
                                .ofUnit(line.unit())
                                .workingTime(line.openedAt(), at)
                                .toSeconds(),
                        null));
    }

    @EventListener
    void waiting(WaitOpened wait) {
        lines.insert(line(
                wait.waitId(),
                wait.businessKey(),
                wait.process(),
                wait.element(),
                wait.properties(),
                unit(wait.businessKey(), wait.properties()),
                duty(wait.properties(), Duty.RECEPTION_OFFICER),
                Line.State.WAITING,
                wait.at(),
                applicantLimit(wait)));
    }

    /** The law knows a limit for supplements; other waits end by timers of their own in the diagram. */
    private @Nullable Instant applicantLimit(WaitOpened wait) {
        return SUPPLEMENT.equals(wait.properties().get("wait")) ? times.applicantLimit(wait.businessKey()) : null;
    }

    @EventListener
    void waited(WaitClosed wait) {
        lines.close(wait.waitId(), null, null, wait.at(), 0, null);
    }

    /** Puts back the line of an open step that lost it. Who had taken it is lost. */
    void restore(StepOpened step) {
        opened(dates.of(step)
                .orElseGet(() -> new StepDue(step, unit(step.businessKey(), step.properties()), "", null)));
    }

    private Line line(
            String taskId,
            String businessKey,
            ProcessRef process,
            String step,
            Map<String, String> properties,
            String unit,
            Duty duty,
            Line.State state,
            Instant openedAt,
            @Nullable Instant dueAt) {
        Dossiers.Summary dossier = dossiers.current(new DossierNumber(businessKey));
        Dossiers.Summary root = dossier.number().equals(dossier.root()) ? dossier : dossiers.current(dossier.root());
        return new Line(
                taskId,
                businessKey,
                dossier.root().value(),
                leg(dossier, properties),
                process.procedure(),
                process.edition(),
                step,
                dossier.applicant().fullName(),
                unit,
                duty,
                state,
                null,
                null,
                null,
                openedAt,
                dueAt,
                0,
                root.channel(),
                root.unit());
    }

    /** Of a linked dossier: the leg of its origin. Otherwise what the step says, and if it says nothing the founding leg. */
    private static String leg(Dossiers.Summary dossier, Map<String, String> properties) {
        String originLeg = dossier.originLeg();
        if (originLeg != null) {
            return originLeg;
        }
        String own = properties.get("leg");
        return own != null ? own : dossier.founding().map(Leg::leg).orElse("");
    }

    private static Duty duty(Map<String, String> properties, @Nullable Duty otherwise) {
        String key = properties.get("duty");
        if (key == null && otherwise != null) {
            return otherwise;
        }
        return Duty.ofKey(key == null ? "" : key)
                .orElseThrow(() -> new IllegalStateException("a step for the unknown duty " + key));
    }

    private String unit(String businessKey, Map<String, String> properties) {
        Dossiers.Summary dossier = dossiers.current(new DossierNumber(businessKey));
        try {
            String role = properties.getOrDefault("agency", RECEPTION);
            return organisation
                    .competent(role, dossier.area(), LocalDate.now(clock))
                    .code();
        } catch (NoCompetentUnit e) {
            return dossier.unit();
        }
    }
}
