package vn.lienthong.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.Organisation;
import vn.lienthong.document.DocumentKind;
import vn.lienthong.document.Documents;
import vn.lienthong.document.StoredDocument;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Edition;

/** What of a citizen's dossier can be handed over by now, what is still to come, and what somebody has taken already. */
@Component
public class Results {

    /** A part without a document of its own: what an agency made elsewhere, such as a card. */
    private static final String PART = "part-";

    /**
     * A result that lies at the desk.
     *
     * @param id the document's, or {@code part-} and the leg's
     * @param number the document's own
     * @param leg whose result it is; null when no part of the dossier names it
     * @param document address of the file; null when there is none
     */
    public record Ready(
            String id,
            String name,
            @Nullable String number,
            String agency,
            @Nullable String leg,
            Instant since,
            @Nullable String document) {}

    /** A part that is not done. */
    public record Later(
            String leg,
            String name,
            String agency,
            String state,
            @Nullable Instant dueAt,
            @Nullable Instant originalDueAt) {}

    /** What somebody took. */
    public record Taken(int round, Instant at, String officer, String method, List<String> names, String by) {}

    /** Where a dossier stands for the desk that hands over its results. */
    public record Standing(List<Ready> ready, List<Later> later, List<Taken> taken) {

        /** Whether nothing is left once these are handed over. */
        boolean isAll(Set<String> items) {
            return later.isEmpty() && ready.stream().allMatch(result -> items.contains(result.id()));
        }
    }

    private final Dossiers dossiers;
    private final HandedOverMapper handedOver;
    private final Documents documents;
    private final Catalogue catalogue;
    private final Organisation organisation;
    private final ResultNames names;

    Results(
            Dossiers dossiers,
            HandedOverMapper handedOver,
            Documents documents,
            Catalogue catalogue,
            Organisation organisation,
            ResultNames names) {
        this.dossiers = dossiers;
        this.handedOver = handedOver;
        this.documents = documents;
        this.catalogue = catalogue;
        this.organisation = organisation;
        this.names = names;
    }

    /** Rights are the caller's business. */
    @Transactional(readOnly = true)
    public Standing of(DossierNumber number, Locale locale) {
        return of(dossiers.get(number), locale);
    }

    Standing of(Dossiers.Summary dossier, Locale locale) {
        String number = dossier.number().value();
        List<HandedOverMapper.Result> gone = handedOver.results(number);
        Set<String> items = gone.stream().map(HandedOverMapper.Result::item).collect(Collectors.toSet());
        List<StoredDocument> issued = documents.of(number).stream()
                .filter(document -> document.kind() == DocumentKind.RESULT)
                .toList();
        Set<String> withDocument = new LinkedHashSet<>();
        List<Ready> ready = new ArrayList<>();
        for (StoredDocument document : issued) {
            Optional<Leg> leg = legOf(dossier, document.code());
            leg.ifPresent(l -> withDocument.add(l.leg()));
            ready.add(ready(dossier, document, leg.orElse(null), locale));
        }
        boolean whole = dossier.state() == DossierState.READY;
        List<Later> later = new ArrayList<>();
        for (Leg leg : dossier.legs()) {
            if (withDocument.contains(leg.leg())) {
                continue;
            }
            Instant finished = leg.finishedAt();
            if (leg.state() == LegState.DONE && finished != null) {
                ready.add(new Ready(
                        PART + leg.leg(),
                        name(dossier, leg, locale),
                        null,
                        agency(leg, locale),
                        leg.leg(),
                        finished,
                        null));
            } else if (!leg.state().isOver() && !whole) {
                later.add(new Later(
                        leg.leg(),
                        name(dossier, leg, locale),
                        agency(leg, locale),
                        leg.state().key(),
                        leg.dueAt(),
                        leg.originalDueAt()));
            }
        }
        ready.removeIf(result -> items.contains(result.id()));
        return new Standing(ready, later, taken(number, gone));
    }

    private Ready ready(Dossiers.Summary dossier, StoredDocument document, @Nullable Leg leg, Locale locale) {
        String unit = leg == null ? dossier.unit() : leg.unit();
        return new Ready(
                document.id().toString(),
                names.of(document, locale),
                document.number(),
                organisation.unit(unit).name(locale),
                leg == null ? null : leg.leg(),
                document.createdAt(),
                "/api/v1/documents/" + document.id());
    }

    private Optional<Leg> legOf(Dossiers.Summary dossier, String code) {
        Edition edition = catalogue.edition(dossier.process());
        Optional<Leg> named = dossier.legs().stream()
                .filter(leg -> edition.leg(leg.leg())
                        .filter(known -> known.results().contains(code))
                        .isPresent())
                .findFirst();
        return named.isPresent()
                        || edition.resultDocuments().stream()
                                .noneMatch(d -> d.code().equals(code))
                ? named
                : dossier.founding();
    }

    private String name(Dossiers.Summary dossier, Leg leg, Locale locale) {
        return catalogue.procedure(dossier.process()).nameOfLeg(leg.leg(), locale);
    }

    private String agency(Leg leg, Locale locale) {
        return organisation.unit(leg.unit()).name(locale);
    }

    private List<Taken> taken(String number, List<HandedOverMapper.Result> gone) {
        return handedOver.of(number).stream()
                .map(handed -> new Taken(
                        handed.round(),
                        handed.at(),
                        handed.officer(),
                        handed.method(),
                        gone.stream()
                                .filter(result -> result.round() == handed.round())
                                .map(HandedOverMapper.Result::name)
                                .toList(),
                        String.valueOf(handed.collector().getOrDefault("fullName", ""))))
                .toList();
    }
}
