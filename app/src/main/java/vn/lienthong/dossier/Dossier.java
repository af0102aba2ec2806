package vn.lienthong.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.lienthong.procedure.Content;
import vn.lienthong.workflow.ProcessRef;

/**
 * A dossier while one transaction works on it: read once, changed in memory by whatever the command and the engine make
 * happen, written once before the commit.
 */
final class Dossier {

    private final DossierRow row;
    private final List<Leg> legs;
    private final Set<String> visited;
    private final Set<String> units;
    private Map<String, Object> content;
    private Applicant applicant;
    private DossierState state;
    private String delivery;
    private String finance;
    private String area;
    private @Nullable String endElement;
    private @Nullable Instant promisedAt;
    private @Nullable Instant originalPromisedAt;
    private @Nullable Instant readyAt;
    private @Nullable Instant finishedAt;
    private boolean changed;
    private boolean promiseChanged;
    private final Set<String> changedLegs = new LinkedHashSet<>();

    Dossier(DossierRow row, List<Leg> legs) {
        this.row = row;
        this.legs = new ArrayList<>(legs);
        this.visited = new LinkedHashSet<>(row.visited());
        this.units = new LinkedHashSet<>(row.units());
        this.content = row.content();
        this.applicant =
                new Applicant(row.applicantName(), row.applicantIdentity(), row.applicantPhone(), row.applicantEmail());
        this.state = DossierState.ofCode(row.state());
        this.delivery = row.delivery();
        this.finance = row.finance();
        this.area = row.area();
        this.endElement = row.endElement();
        this.promisedAt = row.promisedAt();
        this.originalPromisedAt = row.originalPromisedAt();
        this.readyAt = row.readyAt();
        this.finishedAt = row.finishedAt();
    }

    DossierNumber number() {
        return new DossierNumber(row.number());
    }

    /** The citizen's dossier this belongs to: itself, or the one it is a leg of. */
    DossierNumber root() {
        String origin = row.origin();
        return new DossierNumber(origin == null ? row.number() : origin);
    }

    /** Whether it is an agency's part of a dossier, which is kept here or elsewhere. */
    boolean isPart() {
        return origin().isPresent() || Boolean.TRUE.equals(content.get(Linking.LINKED));
    }

    Optional<DossierNumber> origin() {
        return Optional.ofNullable(row.origin()).map(DossierNumber::new);
    }

    Optional<String> originLeg() {
        return Optional.ofNullable(row.originLeg());
    }

    ProcessRef process() {
        return new ProcessRef(row.procedure(), row.edition());
    }

    Channel channel() {
        return Channel.valueOf(row.channel());
    }

    DossierState state() {
        return state;
    }

    String area() {
        return area;
    }

    String unit() {
        return row.unit();
    }

    Map<String, Object> content() {
        return content;
    }

    List<Leg> legs() {
        return List.copyOf(legs);
    }

    Optional<Leg> leg(String id) {
        return legs.stream().filter(l -> l.leg().equals(id)).findFirst();
    }

    /** @return the state it was in before */
    DossierState move(DossierState to, Instant at) {
        DossierState from = state;
        if (from != to) {
            state = to;
            if (to == DossierState.READY) {
                readyAt = at;
            }
            if (to.isFinal()) {
                finishedAt = at;
            }
            changed = true;
        }
        return from;
    }

    String finance() {
        return finance;
    }

    /** @param standing of the fee: PAID or WAIVED */
    void pay(String standing) {
        finance = standing;
        changed = true;
    }

    void deliver(String how) {
        delivery = how;
        changed = true;
    }

    Set<String> visited() {
        return Collections.unmodifiableSet(visited);
    }

    void reach(String element) {
        changed |= visited.add(element);
    }

    void end(@Nullable String element, Instant at) {
        endElement = element;
        if (finishedAt == null) {
            finishedAt = at;
        }
        changed = true;
    }

    void promise(Instant due, Instant original) {
        promisedAt = due;
        originalPromisedAt = original;
        promiseChanged = true;
    }

    DossierMapper.Promise promise() {
        return new DossierMapper.Promise(row.number(), promisedAt, originalPromisedAt);
    }

    void forward(String toArea, Collection<String> toUnits) {
        area = toArea;
        units.addAll(toUnits);
        changed = true;
    }

    /** Lets a unit have a part in it. */
    void concern(String unit) {
        units.add(unit);
        changed = true;
    }

    /** Changes the content as {@link Content#changed} says. */
    void merge(Map<String, Object> more) {
        content = Content.changed(content, more);
        changed = true;
    }

    Applicant applicant() {
        return applicant;
    }

    /** The same for what the person concerned has asked to be put right; who handed it in may be among it. */
    void correct(Map<String, ? extends @Nullable Object> right) {
        content = Content.changed(content, right);
        if (right.containsKey("applicant") && content.get("applicant") instanceof Map<?, ?> person) {
            Map<String, Object> named = new LinkedHashMap<>();
            person.forEach((name, value) -> named.put(String.valueOf(name), Objects.requireNonNull(value)));
            applicant = Applicant.of(named);
        }
        changed = true;
    }

    void changeLeg(String id, UnaryOperator<Leg> change) {
        for (int i = 0; i < legs.size(); i++) {
            if (legs.get(i).leg().equals(id)) {
                legs.set(i, change.apply(legs.get(i)));
                changedLegs.add(id);
                return;
            }
        }
        throw new NoSuchElementException("dossier " + row.number() + " has no leg " + id);
    }

    /** Anything but what is promised. */
    boolean changed() {
        return changed;
    }

    /** A calendar moves the dates of many dossiers: their contents need not be written again for that. */
    boolean promiseChanged() {
        return promiseChanged;
    }

    List<Leg> changedLegs() {
        return legs.stream().filter(l -> changedLegs.contains(l.leg())).toList();
    }

    void written() {
        changed = false;
        promiseChanged = false;
        changedLegs.clear();
    }

    DossierRow row() {
        return new DossierRow(
                row.number(),
                row.procedure(),
                row.edition(),
                row.origin(),
                row.originLeg(),
                state.code(),
                finance,
                delivery,
                row.channel(),
                area,
                row.unit(),
                List.copyOf(units),
                applicant.fullName(),
                applicant.identityNumber(),
                applicant.phone(),
                applicant.email(),
                content,
                List.copyOf(visited),
                endElement,
                row.secret(),
                row.submittedAt(),
                row.receivedAt(),
                row.receivedBy(),
                promisedAt,
                originalPromisedAt,
                readyAt,
                finishedAt);
    }
}
