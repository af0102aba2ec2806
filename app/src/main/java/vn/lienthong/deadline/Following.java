package vn.lienthong.deadline;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.lienthong.dossier.DossierForwarded;
import vn.lienthong.dossier.DossierMoved;
import vn.lienthong.dossier.DossierReceived;
import vn.lienthong.dossier.DossierState;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.LegEnded;
import vn.lienthong.dossier.LegStarted;
import vn.lienthong.dossier.LegState;
import vn.lienthong.dossier.SupplementRequested;
import vn.lienthong.dossier.Supplemented;
import vn.lienthong.workflow.StepClosed;
import vn.lienthong.workflow.StepOpened;

/** Lets the clocks follow what happens to dossiers, in the transaction in which it happens. */
@Component
@Order(10)
class Following {

    /** What officers write into ledgers is Vietnamese, and so is what is written for them. */
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final Promising promising;
    private final Stepping stepping;
    private final Pausing pausing;
    private final Dossiers dossiers;
    private final MessageSource words;

    Following(Promising promising, Stepping stepping, Pausing pausing, Dossiers dossiers, MessageSource words) {
        this.promising = promising;
        this.stepping = stepping;
        this.pausing = pausing;
        this.dossiers = dossiers;
        this.words = words;
    }

    @EventListener
    void received(DossierReceived event) {
        promising.received(event);
    }

    @EventListener
    void legStarted(LegStarted event) {
        promising.legStarted(event.origin(), event.leg(), event.number(), event.at());
    }

    @EventListener
    void legEnded(LegEnded event) {
        var finished = event.state() == LegState.DONE || event.state() == LegState.REFUSED;
        promising.legEnded(event.origin(), event.leg(), finished, event.at());
    }

    @EventListener
    void forwarded(DossierForwarded event) {
        promising.forwarded(event.number(), event.toArea(), event.at());
    }

    @EventListener
    void moved(DossierMoved event) {
        if (waitsForMoney(event.to())) {
            var why = words.getMessage("dossier.state." + event.to().key(), null, VIETNAMESE);
            pausing.pause(event.number(), Stopwatch.Cause.because(why));
        } else if (waitsForMoney(event.from()) && !event.to().isFinal()) {
            pausing.goOn(event.number());
        } else if (goesOn(event)) {
            pausing.resume(event.number());
        }
        var citizens = dossiers.current(event.number()).origin() == null;
        if (citizens && (event.to() == DossierState.READY || event.to().isFinal())) {
            promising.ended(event.number(), event.at());
        }
    }

    @EventListener
    void supplementRequested(SupplementRequested event) {
        pausing.pause(
                event.number(), new Stopwatch.Cause(event.actor(), null, event.reason(), event.legalBasis(), null));
    }

    @EventListener
    void supplemented(Supplemented event) {
        pausing.resume(event.number());
    }

    @EventListener
    void opened(StepOpened event) {
        stepping.opened(event);
        pausing.during(event);
    }

    @EventListener
    void closed(StepClosed event) {
        stepping.closed(event);
        pausing.after(event);
    }

    private static boolean waitsForMoney(DossierState state) {
        return state == DossierState.FINANCIAL_OBLIGATION;
    }

    /** Also without an answer: the applicant's time ran out, and the officers' goes on. */
    private static boolean goesOn(DossierMoved event) {
        return event.from() == DossierState.SUPPLEMENT_REQUESTED && !event.to().isFinal();
    }
}
