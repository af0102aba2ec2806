package vn.lienthong.agency;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lienthong.agency.OrganisationMapper.CompetenceRow;
import vn.lienthong.agency.OrganisationMapper.DelegationRow;
import vn.lienthong.agency.OrganisationMapper.DutyRow;
import vn.lienthong.agency.OrganisationMapper.OfficerRow;
import vn.lienthong.agency.OrganisationMapper.UnitRow;

/** The whole organisation with all its dates, as it was at one reading. A province has some thousand rows of it. */
final class Snapshot {

    /** The area of a unit that answers everywhere. */
    static final String EVERYWHERE = "*";

    private record Role(String role, String area) {}

    private record Held(String unit, Duty duty) {}

    private final Map<String, Unit> units = new LinkedHashMap<>();
    private final Map<String, Officer> officers = new LinkedHashMap<>();
    private final Map<String, Instant> passwords = new HashMap<>();
    private final Map<String, List<Unit>> children;
    private final Map<Role, List<CompetenceRow>> competences;
    private final Map<String, List<DutyRow>> dutiesOf;
    private final Map<Held, List<DutyRow>> holders;
    private final Map<String, List<DelegationRow>> delegationsTo;
    private final Map<String, List<DelegationRow>> delegationsFrom;
    private final Map<Held, List<DelegationRow>> delegations;

    Snapshot(
            List<UnitRow> units,
            List<CompetenceRow> competences,
            List<OfficerRow> officers,
            List<DutyRow> duties,
            List<DelegationRow> delegations) {
        Map<String, UnitRow> rows = new LinkedHashMap<>();
        units.forEach(row -> rows.put(row.code(), row));
        units.forEach(row -> this.units.put(row.code(), unit(row, rows)));
        officers.forEach(row -> this.officers.put(row.username(), officer(row)));
        officers.stream()
                .filter(row -> row.passwordChangedAt() != null)
                .forEach(row -> passwords.put(row.username(), row.passwordChangedAt()));
        this.children = this.units.values().stream()
                .filter(unit -> unit.parent() != null)
                .collect(groupingBy(unit -> String.valueOf(unit.parent())));
        this.competences = competences.stream().collect(groupingBy(row -> new Role(row.role(), row.area())));
        this.dutiesOf = duties.stream().collect(groupingBy(DutyRow::officer));
        this.holders = duties.stream().collect(groupingBy(row -> new Held(row.unit(), row.duty())));
        this.delegationsTo = delegations.stream()
                .filter(row -> row.toOfficer() != null)
                .collect(groupingBy(row -> String.valueOf(row.toOfficer())));
        this.delegationsFrom = delegations.stream().collect(groupingBy(DelegationRow::fromOfficer));
        this.delegations = delegations.stream().collect(groupingBy(row -> new Held(row.unit(), row.duty())));
    }

    Optional<Instant> passwordSince(String username) {
        return Optional.ofNullable(passwords.get(username));
    }

    Optional<Unit> unit(String code) {
        return Optional.ofNullable(units.get(code));
    }

    List<Unit> units() {
        return List.copyOf(units.values());
    }

    List<Unit> children(String code) {
        return children.getOrDefault(code, List.of());
    }

    List<String> subtree(String code) {
        List<String> found = new ArrayList<>();
        found.add(code);
        // The list grows while it is walked: breadth first.
        for (int i = 0; i < found.size(); i++) {
            children(found.get(i)).forEach(child -> found.add(child.code()));
        }
        return found;
    }

    Optional<Unit> competent(String role, String area, LocalDate on) {
        return Stream.of(area, EVERYWHERE)
                .flatMap(where -> competences.getOrDefault(new Role(role, where), List.of()).stream())
                .filter(row -> Dates.within(on, row.validFrom(), row.validTo()))
                .flatMap(row -> unit(row.unit()).stream())
                .filter(unit -> unit.exists(on))
                .findFirst();
    }

    List<CompetenceRow> competences() {
        return competences.values().stream().flatMap(List::stream).toList();
    }

    List<Officer> officers() {
        return officers.values().stream().filter(Officer::active).toList();
    }

    Optional<Officer> officer(String username) {
        return Optional.ofNullable(officers.get(username));
    }

    /** Who holds the duty, then who acts for them; only officers who still work here. */
    List<String> officersOf(String unit, Duty duty, LocalDate on) {
        var post = new Held(unit, duty);
        Stream<String> own = holders.getOrDefault(post, List.of()).stream()
                .filter(row -> Dates.within(on, row.validFrom(), row.validTo()))
                .map(DutyRow::officer);
        Stream<String> delegated = delegations.getOrDefault(post, List.of()).stream()
                .filter(row -> Dates.within(on, row.validFrom(), row.validTo()))
                .filter(row -> row.revokedAt() == null || on.isBefore(Dates.dayOf(row.revokedAt())))
                .filter(row -> row.toOfficer() != null && holds(row.fromOfficer(), unit, duty, on))
                .map(row -> String.valueOf(row.toOfficer()));
        return Stream.concat(own, delegated).filter(this::works).distinct().toList();
    }

    /** Own posts of this moment, then the delegated ones. Nobody hands on what was delegated to him. */
    List<Post> postsOf(String username, Instant at) {
        if (!works(username)) {
            return List.of();
        }
        LocalDate today = Dates.dayOf(at);
        Stream<Post> own = dutiesOf.getOrDefault(username, List.of()).stream()
                .filter(row -> Dates.within(today, row.validFrom(), row.validTo()))
                .map(row -> new Post(row.unit(), row.duty(), null));
        Stream<Post> delegated = delegationsTo.getOrDefault(username, List.of()).stream()
                .filter(row -> row.counts(at))
                .filter(row -> holds(row.fromOfficer(), row.unit(), row.duty(), today))
                .map(row -> new Post(row.unit(), row.duty(), row.fromOfficer()));
        return Stream.concat(own, delegated)
                .filter(post ->
                        unit(post.unit()).filter(unit -> unit.exists(today)).isPresent())
                .distinct()
                .toList();
    }

    /** Whether others do this officer's work at the post, because of an absence. */
    boolean isAway(String username, String unit, Duty duty, Instant at) {
        return covers(username, unit, duty, at).findAny().isPresent();
    }

    /** Whether what lies in this officer's hands is anybody's of the post, because of an absence. */
    boolean isSetFree(String username, String unit, Duty duty, Instant at) {
        return covers(username, unit, duty, at).anyMatch(row -> row.toOfficer() == null);
    }

    List<Organisation.StandIn> standInsOf(String username, Instant at) {
        return delegationsFrom.getOrDefault(username, List.of()).stream()
                .filter(row -> row.toOfficer() != null && row.counts(at))
                .map(row -> new Organisation.StandIn(String.valueOf(row.toOfficer()), row.unit(), row.duty()))
                .toList();
    }

    private Stream<DelegationRow> covers(String username, String unit, Duty duty, Instant at) {
        return delegationsFrom.getOrDefault(username, List.of()).stream()
                .filter(row -> row.absence() != null && row.counts(at))
                .filter(row -> row.unit().equals(unit) && row.duty() == duty);
    }

    boolean holds(String username, String unit, Duty duty, LocalDate on) {
        return dutiesOf.getOrDefault(username, List.of()).stream()
                .anyMatch(row -> row.unit().equals(unit)
                        && row.duty() == duty
                        && Dates.within(on, row.validFrom(), row.validTo()));
    }

    private boolean works(String username) {
        Officer officer = officers.get(username);
        return officer != null && officer.active();
    }

    private static Officer officer(OfficerRow row) {
        return new Officer(
                row.username(),
                row.fullName(),
                row.email(),
                row.phone(),
                Locale.forLanguageTag(row.locale()),
                row.active());
    }

    private static Unit unit(UnitRow row, Map<String, UnitRow> rows) {
        return new Unit(
                row.code(),
                row.nameVi(),
                row.nameEn(),
                row.kind(),
                row.parent(),
                row.identifierCode(),
                calendar(row, rows),
                row.validFrom(),
                row.validTo(),
                row.succeededBy(),
                row.address(),
                row.phone(),
                row.email());
    }

    /** The nearest calendar upwards; a table constraint gives every root one. */
    private static String calendar(UnitRow row, Map<String, UnitRow> rows) {
        @Nullable UnitRow at = row;
        for (int i = 0; at != null && i <= rows.size(); i++) {
            if (at.calendar() != null) {
                return at.calendar();
            }
            at = at.parent() == null ? null : rows.get(at.parent());
        }
        throw new IllegalStateException("no calendar for unit " + row.code());
    }
}
