package vn.lienthong.agency;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.lienthong.command.NotFound;

/**
 * The agencies, their units and who works there, on any day. Answers come from memory; a change is seen at once on the
 * node that made it and within two seconds on the others.
 */
@Component
public class Organisation {

    private final Remembered<Snapshot> snapshot;
    private final Clock clock;

    Organisation(OrganisationMapper mapper, Clock clock) {
        this.clock = clock;
        this.snapshot = new Remembered<>(
                mapper::revision,
                () -> new Snapshot(
                        mapper.units(),
                        mapper.competences(),
                        mapper.officers(),
                        mapper.duties(),
                        mapper.delegations()));
    }

    /** @throws NotFound when nobody ever founded it */
    public Unit unit(String code) {
        return find(code).orElseThrow(() -> new NotFound("unit"));
    }

    public Optional<Unit> find(String code) {
        return snapshot.get().unit(code);
    }

    /** Every unit that there ever was, ordered by code. */
    public List<Unit> all() {
        return snapshot.get().units();
    }

    /** Every unit that exists on that day, ordered by code. */
    public List<Unit> units(LocalDate on) {
        return snapshot.get().units().stream().filter(unit -> unit.exists(on)).toList();
    }

    /**
     * The unit that answers for a role in an area on a day; who answers for that very area goes before who answers
     * everywhere.
     *
     * @param role role of an agency as procedures name it, for example {@code civil-status}
     * @param area code of the commune
     */
    public Unit competent(String role, String area, LocalDate on) throws NoCompetentUnit {
        return snapshot.get().competent(role, area, on).orElseThrow(() -> new NoCompetentUnit(role, area, on));
    }

    /** Whether anybody is. */
    public boolean isCompetent(String role, String area, LocalDate on) {
        return snapshot.get().competent(role, area, on).isPresent();
    }

    /** Whether anybody answers for the area on that day, in any role. */
    public boolean knowsArea(String area, LocalDate on) {
        return snapshot.get().competences().stream()
                .anyMatch(row -> row.area().equals(area) && Dates.within(on, row.validFrom(), row.validTo()));
    }

    /** Whether a role is anybody's, anywhere, on any day. */
    public boolean knowsRole(String role) {
        return snapshot.get().competences().stream().anyMatch(row -> row.role().equals(role));
    }

    /** Usernames of who may do the duty at the unit on that day: the holders, then their delegates. */
    public List<String> officersOf(String unit, Duty duty, LocalDate on) {
        return snapshot.get().officersOf(unit, duty, on);
    }

    public Optional<Officer> officer(String username) {
        return snapshot.get().officer(username);
    }

    /** Since when the officer has the present password: whoever logged in with an earlier one is logged in no longer. */
    public Optional<Instant> passwordSince(String username) {
        return snapshot.get().passwordSince(username);
    }

    /** What an officer may act in at a moment, delegated posts included; nothing when the officer has left. */
    public List<Post> postsOf(String username, Instant at) {
        return snapshot.get().postsOf(username, at);
    }

    /** Whether others do this officer's work at the post at that moment, because of an absence. */
    public boolean isAway(String username, String unit, Duty duty, Instant at) {
        return snapshot.get().isAway(username, unit, duty, at);
    }

    /** Whether what lies in the hands of this absent officer is anybody's of the post at that moment. */
    public boolean isSetFree(String username, String unit, Duty duty, Instant at) {
        return snapshot.get().isSetFree(username, unit, duty, at);
    }

    /** Somebody who acts in another's place at a post. */
    public record StandIn(String officer, String unit, Duty duty) {}

    /** Who acts in this officer's place at that moment. */
    public List<StandIn> standInsOf(String username, Instant at) {
        return snapshot.get().standInsOf(username, at);
    }

    /** Every officer who works here, ordered by username. */
    public List<Officer> officers() {
        return snapshot.get().officers();
    }

    /** Whether the officer has a duty of its own anywhere in the agency on that day. */
    public boolean worksAt(String username, String agency, LocalDate on) {
        return snapshot.get().postsOf(username, Dates.startOf(on)).stream()
                .anyMatch(post ->
                        post.onBehalfOf() == null && agencyOf(post.unit()).equals(agency));
    }

    /** Whether the duty is the officer's own on that day, not a delegated one. */
    public boolean holdsOwn(String username, String unit, Duty duty, LocalDate on) {
        return snapshot.get().holds(username, unit, duty, on);
    }

    /** Code of the agency a unit belongs to; an agency belongs to itself. */
    public String agencyOf(String unit) {
        return agency(unit).code();
    }

    /** The agency a unit belongs to; the topmost unit when none on the way is an agency. */
    public Unit agency(String code) {
        Unit unit = unit(code);
        while (!unit.kind().isAgency() && unit.parent() != null) {
            unit = unit(unit.parent());
        }
        return unit;
    }

    /** Codes of the unit and everything below it, the unit first. */
    public List<String> subtree(String unit) {
        return snapshot.get().subtree(unit);
    }

    /** The unit that does a unit's work on that day: itself, or whoever succeeded it. */
    public Unit inForce(String code, LocalDate on) {
        Unit unit = unit(code);
        while (unit.succeededBy() != null && unit.validTo() != null && on.isAfter(unit.validTo())) {
            unit = unit(unit.succeededBy());
        }
        return unit;
    }

    /** Today in Viet Nam. */
    public LocalDate today() {
        return Dates.dayOf(clock.instant());
    }

    /** Call within a change, so that this node sees it as soon as it is committed. */
    public void forgetAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                forget();
            }
        });
    }

    /** Call after a committed change, so that this node sees it at once. */
    void forget() {
        snapshot.forget();
    }
}
