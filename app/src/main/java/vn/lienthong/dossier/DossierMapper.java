package vn.lienthong.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.session.ResultHandler;
import org.jspecify.annotations.Nullable;
import vn.lienthong.audit.Happening;

/** One dossier with its legs, papers and history. */
@Mapper
interface DossierMapper {

    /** A leg with the dossier it is a part of. */
    record OwnedLeg(
            String dossier,
            String leg,
            String unit,
            @Nullable String after,
            boolean founding,
            @Nullable String number,
            LegState state,
            @Nullable Instant dueAt,
            @Nullable Instant originalDueAt,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt) {

        static OwnedLeg of(DossierNumber dossier, Leg leg) {
            return new OwnedLeg(
                    dossier.value(),
                    leg.leg(),
                    leg.unit(),
                    leg.after(),
                    leg.founding(),
                    leg.number(),
                    leg.state(),
                    leg.dueAt(),
                    leg.originalDueAt(),
                    leg.startedAt(),
                    leg.finishedAt());
        }

        Leg part() {
            return new Leg(leg, unit, after, founding, number, state, dueAt, originalDueAt, startedAt, finishedAt);
        }
    }

    /** What a citizen is promised, and was at first. */
    record Promise(
            String number,
            @Nullable Instant promisedAt,
            @Nullable Instant originalPromisedAt) {}

    /**
     * A line of history as the database keeps it.
     *
     * @param root the citizen's dossier it belongs to
     * @param command the log's entry that vouches for it
     */
    record Event(
            String root,
            UUID command,
            String dossier,
            Instant at,
            @Nullable String actor,
            @Nullable String onBehalfOf,
            @Nullable String unit,
            String what,
            Map<String, Object> details) {

        static Event of(DossierNumber root, UUID command, Happening line) {
            return new Event(
                    root.value(),
                    command,
                    line.dossier(),
                    line.at(),
                    line.actor(),
                    line.onBehalfOf(),
                    line.unit(),
                    line.what(),
                    line.details());
        }
    }

    /** An event as the log's check reads it. */
    record LoggedEvent(
            UUID command,
            String dossier,
            Instant at,
            @Nullable String actor,
            @Nullable String onBehalfOf,
            @Nullable String unit,
            String what,
            Map<String, Object> details) {}

    /** Those of a time, command by command, in the order in which they were written. */
    void logged(Instant from, Instant until, ResultHandler<LoggedEvent> each);

    /** The dossier, and before it in the list and in the order of locks the citizen's dossier that it belongs to. */
    List<DossierRow> lock(String number);

    /** Those of them that nobody else holds; never waits. */
    List<DossierRow> lockFree(List<String> numbers);

    @Nullable DossierRow find(String number);

    void insert(DossierRow row);

    void update(DossierRow row);

    /** Nothing but the dates. */
    void updatePromises(List<Promise> promises);

    List<Leg> legs(String dossier);

    List<DossierRow> findAll(List<String> numbers);

    List<OwnedLeg> legsOf(List<String> dossiers);

    void insertLegs(String dossier, List<Leg> legs);

    void updateLegs(List<OwnedLeg> legs);

    void insertEvents(List<Event> events);

    List<Happening> events(String root, @Nullable String only);

    List<Timeline.Happened> happened(String what, List<String> roots);

    List<Paper> papers(String dossier);

    void insertPapers(String dossier, int from, List<Paper> papers);

    int supplements(String dossier);

    void insertSupplement(
            String dossier,
            int round,
            Instant at,
            String by,
            String reason,
            String legalBasis,
            Map<String, Object> papers);

    /** One request to complete the dossier. */
    record Asked(
            int round,
            Instant askedAt,
            String askedBy,
            String reason,
            String legalBasis,
            Map<String, Object> papers,
            @Nullable Instant answerBy) {}

    List<Asked> askedFor(String dossier);

    void answerSupplement(String dossier, Instant at);

    /** The citizen's dossier and all that were opened for its legs, the citizen's first. */
    List<String> family(String root);

    List<String> receivedBy(List<String> units, Instant from, Instant until, int most);

    int countOpenBy(String procedure, String edition);

    List<String> openBy(String procedure, String edition, int most);

    boolean areNone();
}
