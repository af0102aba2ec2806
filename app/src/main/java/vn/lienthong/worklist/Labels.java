package vn.lienthong.worklist;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lienthong.dossier.DossierState;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.workflow.ProcessModel;
import vn.lienthong.workflow.ProcessRef;

/** What steps, their outcomes and procedures are called in the reader's language. */
@Component
class Labels {

    private final Catalogue catalogue;
    private final MessageSource messages;

    Labels(Catalogue catalogue, MessageSource messages) {
        this.catalogue = catalogue;
        this.messages = messages;
    }

    String step(ProcessRef process, String step, Locale locale) {
        return catalogue.procedure(process).name(step, locale);
    }

    String procedure(ProcessRef process, Locale locale) {
        return catalogue.edition(process).names().in(locale);
    }

    String leg(ProcessRef process, String leg, Locale locale) {
        return catalogue.edition(process).leg(leg).isPresent()
                ? catalogue.procedure(process).nameOfLeg(leg, locale)
                : procedure(process, locale);
    }

    String outcome(ProcessRef process, ProcessModel.Outcome outcome, Locale locale) {
        return outcome.id().equals(ProcessModel.DONE)
                ? messages.getMessage("worklist.outcome.done", null, locale)
                : catalogue.procedure(process).name(outcome, locale);
    }

    String state(DossierState state, Locale locale) {
        return messages.getMessage("dossier.state." + state.key(), null, locale);
    }
}
