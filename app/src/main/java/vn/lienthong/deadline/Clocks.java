package vn.lienthong.deadline;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.dossier.DossierNumber;

/**
 * The clocks of dossiers, for modules that have more to say to them than events do. They start, stop and pause by themselves
 * when something happens to a dossier; nothing here sets a date.
 */
@Component
public class Clocks {

    private final Explaining explaining;
    private final Pausing pausing;
    private final CurrentCaller caller;

    Clocks(Explaining explaining, Pausing pausing, CurrentCaller caller) {
        this.explaining = explaining;
        this.pausing = pausing;
        this.caller = caller;
    }

    /**
     * Why the dossier is due when it is. Whoever calls answers for who may read it.
     *
     * @throws vn.lienthong.command.NotFound when there is no such dossier
     */
    public Explanation explain(DossierNumber number, Locale locale) {
        return explaining.explain(number, locale);
    }

    /**
     * Takes time out of the clocks of a dossier, in the name of whoever is asking. Clocks that stand still already stay.
     *
     * @param legalBasis the law that allows it; that of the procedure when blank
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void pause(DossierNumber number, String reason, String legalBasis, @Nullable String document) {
        var actor = caller.find().map(officer -> officer.username()).orElse(null);
        pausing.pause(number, new Stopwatch.Cause(actor, null, reason, legalBasis, document));
    }

    /** Lets the clocks go on, by the supplement policy of the procedure. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void resume(DossierNumber number) {
        pausing.resume(number);
    }
}
