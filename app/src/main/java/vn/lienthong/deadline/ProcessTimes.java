package vn.lienthong.deadline;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Calendars;
import vn.lienthong.agency.calendar.Budget;
import vn.lienthong.agency.calendar.BudgetUnit;
import vn.lienthong.agency.calendar.DueDates;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.DossierState;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.workflow.ProcessModel;
import vn.lienthong.workflow.ProcessModels;
import vn.lienthong.workflow.Processes;
import vn.lienthong.workflow.Times;

/** The dates at which the law itself changes a procedure's path, counted like every other date. */
@Component
class ProcessTimes implements Times {

    /** What the applicant has where a procedure says nothing. */
    private static final Budget USUAL_LIMIT = Budget.of(7, BudgetUnit.WORKING_DAY);

    private final Dossiers dossiers;
    private final Catalogue catalogue;
    private final Calendars calendars;
    private final ProcessModels models;
    private final Processes processes;
    private final Clock clock;

    ProcessTimes(
            Dossiers dossiers,
            Catalogue catalogue,
            Calendars calendars,
            ProcessModels models,
            @Lazy Processes processes,
            Clock clock) {
        this.models = models;
        this.processes = processes;
        this.dossiers = dossiers;
        this.catalogue = catalogue;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public Instant applicantLimit(String businessKey) {
        var dossier = dossiers.current(new DossierNumber(businessKey));
        var policy = catalogue.edition(dossier.process()).supplement();
        return after(dossier, policy == null ? USUAL_LIMIT : policy.applicantLimit());
    }

    /** The applicant's time to answer, counted again from when the clock began to stand still: the calendar changed. */
    void limitAgain(DossierNumber number, Instant askedAt) {
        var dossier = dossiers.current(number);
        if (dossier.state() != DossierState.SUPPLEMENT_REQUESTED) {
            return;
        }
        var policy = catalogue.edition(dossier.process()).supplement();
        var limit = after(dossier, policy == null ? USUAL_LIMIT : policy.applicantLimit(), askedAt);
        waiting(models.of(dossier.process())).forEach(timer -> processes.moveTimer(number.value(), timer, limit));
    }

    /** What stands beside the wait for the applicant, behind the same gateway. */
    private static List<String> waiting(ProcessModel model) {
        return model.nodes().stream()
                .filter(node -> "supplement".equals(node.properties().get("wait")))
                .flatMap(wait -> model.into(wait.id()).stream())
                .flatMap(flow -> model.from(flow.source()).stream())
                .map(ProcessModel.Flow::target)
                .distinct()
                .toList();
    }

    @Override
    public Instant in(String businessKey, String budget) {
        return after(dossiers.current(new DossierNumber(businessKey)), Budget.parse(budget));
    }

    private Instant after(Dossiers.Summary dossier, Budget budget) {
        return after(dossier, budget, clock.instant());
    }

    private Instant after(Dossiers.Summary dossier, Budget budget, Instant from) {
        return DueDates.compute(calendars.ofUnit(dossier.unit()), from, budget, List.of())
                .dueAt();
    }
}
