package vn.lienthong.dossier;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.command.NotFound;
import vn.lienthong.procedure.Masking;
import vn.lienthong.workflow.ProcessRef;

/** What other modules may know of a dossier, and the dates that the deadline module writes back to it. */
@Component
public class Dossiers {

    /**
     * The face of a dossier.
     *
     * @param area commune whose agencies are competent
     * @param unit unit that received it
     */
    public record Summary(
            DossierNumber number,
            ProcessRef process,
            @Nullable DossierNumber origin,
            @Nullable String originLeg,
            DossierState state,
            Channel channel,
            String area,
            String unit,
            List<String> units,
            Applicant applicant,
            Map<String, Object> content,
            List<String> visited,
            @Nullable String endElement,
            String finance,
            String delivery,
            String secret,
            Instant submittedAt,
            Instant receivedAt,
            @Nullable Instant promisedAt,
            @Nullable Instant originalPromisedAt,
            @Nullable Instant readyAt,
            @Nullable Instant finishedAt,
            List<Leg> legs) {

        /** The citizen's dossier this belongs to. */
        public DossierNumber root() {
            return origin == null ? number : origin;
        }

        /** Whether it is the part of a dossier that is kept by a system elsewhere. */
        public boolean isForeign() {
            return origin == null && Boolean.TRUE.equals(content.get(Linking.LINKED));
        }

        /** Whether a citizen handed it in here; it is no leg of another dossier, of ours or of another installation's. */
        public boolean fromCitizen() {
            return origin == null && !Boolean.TRUE.equals(content.get(Linking.LINKED));
        }

        /** Whether its time was over and what it said is gone; the number, dates and outcome stay. */
        public boolean isDestroyed() {
            return Boolean.TRUE.equals(content.get(ContentDestroyed.MARK));
        }

        /** As whoever has no part in it sees it; without the secret by which a citizen follows it. */
        public Summary masked() {
            return new Summary(
                    number,
                    process,
                    origin,
                    originLeg,
                    state,
                    channel,
                    area,
                    unit,
                    units,
                    applicant.masked(),
                    Masking.content(content),
                    visited,
                    endElement,
                    finance,
                    delivery,
                    "",
                    submittedAt,
                    receivedAt,
                    promisedAt,
                    originalPromisedAt,
                    readyAt,
                    finishedAt,
                    legs);
        }

        /** The founding leg, which the dossier's own steps belong to unless they say otherwise. */
        public Optional<Leg> founding() {
            return legs.stream().filter(Leg::founding).findFirst();
        }
    }

    private final OpenFiles files;
    private final DossierMapper mapper;

    Dossiers(OpenFiles files, DossierMapper mapper) {
        this.files = files;
        this.mapper = mapper;
    }

    /**
     * Dossiers that are not over.
     *
     * @param some their numbers, the oldest first, no more than were asked for
     */
    public record Open(int count, List<DossierNumber> some) {}

    /** Whether nobody has received any yet. */
    @Transactional(readOnly = true)
    public boolean areNone() {
        return mapper.areNone();
    }

    /** What still runs by an edition. */
    @Transactional(readOnly = true)
    public Open openBy(ProcessRef edition, int most) {
        return new Open(
                mapper.countOpenBy(edition.procedure(), edition.edition()),
                mapper.openBy(edition.procedure(), edition.edition(), most).stream()
                        .map(DossierNumber::new)
                        .toList());
    }

    /**
     * Inside a transaction that works on the dossier: what it is by now, read without asking the database again.
     *
     * @throws IllegalStateException outside a transaction, as whatever is in hand refuses; asked too often for an interceptor
     */
    public Summary current(DossierNumber number) {
        Dossier dossier = files.open(number);
        return summary(dossier.row(), dossier.legs());
    }

    /**
     * Takes those in hand that nobody else is working on at this moment, without waiting for anybody; for work that does
     * many at a time and comes back for the rest.
     *
     * @return what it took
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<DossierNumber> hold(Collection<DossierNumber> numbers) {
        return files.openFree(numbers);
    }

    /** @throws NotFound when there is no such dossier */
    @Transactional(readOnly = true)
    public Summary get(DossierNumber number) {
        return find(number).orElseThrow(() -> new NotFound("dossier"));
    }

    @Transactional(readOnly = true)
    public Optional<Summary> find(DossierNumber number) {
        return files.look(number).map(dossier -> summary(dossier.row(), dossier.legs()));
    }

    /** Several at once, by number; those that do not exist are left out. */
    @Transactional(readOnly = true)
    public Map<String, Summary> all(Collection<String> numbers) {
        files.write();
        if (numbers.isEmpty()) {
            return Map.of();
        }
        Map<String, List<Leg>> legs = mapper.legsOf(List.copyOf(numbers)).stream()
                .collect(Collectors.groupingBy(
                        DossierMapper.OwnedLeg::dossier,
                        Collectors.mapping(DossierMapper.OwnedLeg::part, Collectors.toList())));
        return mapper.findAll(List.copyOf(numbers)).stream()
                .collect(Collectors.toMap(
                        DossierRow::number, row -> summary(row, legs.getOrDefault(row.number(), List.of()))));
    }

    /**
     * What citizens handed in at some units in a time, by the moment of receipt.
     *
     * @param until not included
     * @param most the rest is left out
     */
    @Transactional(readOnly = true)
    public List<Summary> receivedBy(Collection<String> units, Instant from, Instant until, int most) {
        files.write();
        List<String> numbers = mapper.receivedBy(List.copyOf(units), from, until, most);
        Map<String, Summary> found = all(numbers);
        return numbers.stream()
                .flatMap(number -> Optional.ofNullable(found.get(number)).stream())
                .toList();
    }

    public List<Paper> papers(DossierNumber number) {
        return mapper.papers(number.value());
    }

    /** Numbers of a citizen's dossier and of those opened for its legs, the citizen's own first. */
    public List<DossierNumber> family(DossierNumber root) {
        files.write();
        return mapper.family(root.value()).stream().map(DossierNumber::new).toList();
    }

    /** Writes back what the citizen is promised. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void promise(DossierNumber number, Instant dueAt, Instant originalDueAt) {
        files.open(number).promise(dueAt, originalDueAt);
    }

    /** Writes back what an agency owes. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void legDue(DossierNumber number, String leg, Instant dueAt, Instant originalDueAt) {
        files.open(number).changeLeg(leg, l -> l.due(dueAt, originalDueAt));
    }

    private static Summary summary(DossierRow row, List<Leg> legs) {
        String origin = row.origin();
        return new Summary(
                new DossierNumber(row.number()),
                new ProcessRef(row.procedure(), row.edition()),
                origin == null ? null : new DossierNumber(origin),
                row.originLeg(),
                DossierState.ofCode(row.state()),
                Channel.valueOf(row.channel()),
                row.area(),
                row.unit(),
                row.units(),
                new Applicant(row.applicantName(), row.applicantIdentity(), row.applicantPhone(), row.applicantEmail()),
                row.content(),
                row.visited(),
                row.endElement(),
                row.finance(),
                row.delivery(),
                row.secret(),
                row.submittedAt(),
                row.receivedAt(),
                row.promisedAt(),
                row.originalPromisedAt(),
                row.readyAt(),
                row.finishedAt(),
                legs);
    }
}
