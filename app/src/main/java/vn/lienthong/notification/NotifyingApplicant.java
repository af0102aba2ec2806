package vn.lienthong.notification;

import java.util.Map;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienthong.deadline.ApologySent;
import vn.lienthong.deadline.PromiseMoved;
import vn.lienthong.dossier.DossierMoved;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.DossierState;
import vn.lienthong.dossier.SupplementRequested;
import vn.lienthong.workflow.Action;
import vn.lienthong.workflow.ProcessRef;

/**
 * Hears what applicants have to be told: where the diagram says so, {@code ${notification.notifyApplicant}} with the
 * property {@code notice}, and what no diagram draws: a promise that moved, a result that was returned.
 */
@Component
class NotifyingApplicant implements Action {

    private final Drafts drafts;

    NotifyingApplicant(Drafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public String name() {
        return "notification.notifyApplicant";
    }

    @Override
    public void perform(String businessKey, ProcessRef process, String element, Map<String, String> properties) {
        String notice = Objects.requireNonNull(properties.get("notice"), element + " names no notice");
        drafts.add(new DossierNumber(businessKey), notice);
    }

    /** The diagram sends the notice before the request has its reason. */
    @EventListener
    void supplementRequested(SupplementRequested event) {
        drafts.know(event.number(), Writing.REASON, event.reason());
    }

    @EventListener
    void promiseMoved(PromiseMoved event) {
        drafts.know(event.number(), Writing.PROMISED_BEFORE, event.from().toString());
        drafts.add(event.number(), event.why() == PromiseMoved.Why.EXTENSION ? "promise-moved" : "promise-recomputed");
    }

    /** On paper it goes without us. */
    @EventListener
    void apologised(ApologySent event) {
        if (event.how() == ApologySent.How.MESSAGE) {
            drafts.addInstead(event.number(), "apology", "promise-moved");
        }
    }

    @EventListener
    void moved(DossierMoved event) {
        if (event.to() == DossierState.RETURNED) {
            drafts.add(event.number(), "returned");
        }
    }
}
