package vn.lienthong.dossier.reception;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Organisation;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.dossier.Foretelling;
import vn.lienthong.dossier.PlannedLeg;
import vn.lienthong.dossier.Receiving;

/** What each agency would promise if a draft were received at this moment. */
@Component
class PromisedDates {

    /** What an agency would promise. */
    record Promise(String leg, String agency, Instant dueAt) {}

    private final OwnDrafts drafts;
    private final Receiving receiving;
    private final ObjectProvider<Foretelling> foretelling;
    private final Organisation organisation;
    private final Clock clock;

    PromisedDates(
            OwnDrafts drafts,
            Receiving receiving,
            ObjectProvider<Foretelling> foretelling,
            Organisation organisation,
            Clock clock) {
        this.drafts = drafts;
        this.receiving = receiving;
        this.foretelling = foretelling;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** The earliest first; nothing while that cannot be said. */
    List<Promise> of(Draft draft, Locale locale) {
        Foretelling teller = foretelling.getIfAvailable();
        if (teller == null) {
            return List.of();
        }
        List<PlannedLeg> legs;
        try {
            legs = receiving.plan(draft.procedure(), draft.answers());
        } catch (InvalidInput | IllegalArgumentException notYet) {
            return List.of();
        }
        Map<String, Instant> due = teller.dueDates(drafts.edition(draft).ref(), legs, clock.instant());
        return legs.stream()
                .filter(l -> due.containsKey(l.leg()))
                .map(l -> new Promise(
                        drafts.procedure(draft).nameOfLeg(l.leg(), locale),
                        organisation.unit(l.unit()).name(locale),
                        Objects.requireNonNull(due.get(l.leg()))))
                .sorted(Comparator.comparing(Promise::dueAt))
                .toList();
    }
}
