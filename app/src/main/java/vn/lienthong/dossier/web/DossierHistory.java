package vn.lienthong.dossier.web;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.Reading;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Procedure;

/** What happened to a dossier so far, for pages that show a part of it. */
@Component
public class DossierHistory {

    private static final String DECISION = "step-completed";
    private static final String COMMENT = "task-commented";

    private final Reading reading;
    private final Dossiers dossiers;
    private final Catalogue catalogue;
    private final TimelineWords words;

    DossierHistory(Reading reading, Dossiers dossiers, Catalogue catalogue, TimelineWords words) {
        this.reading = reading;
        this.dossiers = dossiers;
        this.catalogue = catalogue;
        this.words = words;
    }

    /** The history, the latest first; of a leg's dossier its own alone. */
    public record History(List<TimelineWords.Entry> all) {

        public List<TimelineWords.Entry> latest(int most) {
            return all.stream().limit(most).toList();
        }

        /** What officers decided at steps. */
        public List<TimelineWords.Entry> decisions() {
            return of(DECISION);
        }

        /** What colleagues said. */
        public List<TimelineWords.Entry> comments() {
            return of(COMMENT);
        }

        private List<TimelineWords.Entry> of(String kind) {
            return all.stream().filter(entry -> entry.kind().equals(kind)).toList();
        }
    }

    /** @throws vn.lienthong.command.NotFound when there is none, or the caller may not know of it */
    public History of(DossierNumber number, Locale locale) {
        List<Reading.EventView> events = reading.timeline(number, locale);
        return new History(words.of(number, events, root(dossiers.get(number)), locale));
    }

    /** A leg's dossier tells of its origin's legs by the names that the origin's procedure gives them. */
    private Procedure root(Dossiers.Summary dossier) {
        Dossiers.Summary root = dossier.origin() == null ? dossier : dossiers.get(dossier.root());
        return catalogue.procedure(root.process());
    }
}
