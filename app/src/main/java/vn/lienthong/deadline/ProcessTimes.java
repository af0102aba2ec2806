package vn.lienthong.deadline;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Calendars;
import vn.lienthong.agency.calendar.Budget;
import vn.lienthong.agency.calendar.BudgetUnit;
import vn.lienthong.agency.calendar.DueDates;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.workflow.Times;

/** The dates at which the law itself changes a procedure's path, counted like every other date. */
@Component
class ProcessTimes implements Times {

    /** What the applicant has where a procedure says nothing. */
    private static final Budget USUAL_LIMIT = Budget.of(7, BudgetUnit.WORKING_DAY);

    private final Dossiers dossiers;
    private final Catalogue catalogue;
    private final Calendars calendars;
    private final Clock clock;

    ProcessTimes(Dossiers dossiers, Catalogue catalogue, Calendars calendars, Clock clock) {
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

    @Override
    public Instant in(String businessKey, String budget) {
        return after(dossiers.current(new DossierNumber(businessKey)), Budget.parse(budget));
    }

    private Instant after(Dossiers.Summary dossier, Budget budget) {
        return DueDates.compute(calendars.ofUnit(dossier.unit()), clock.instant(), budget, List.of())
                .dueAt();
    }
}
