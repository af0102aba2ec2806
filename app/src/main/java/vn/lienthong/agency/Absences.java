package vn.lienthong.agency;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.OrganisationMapper.AbsenceRow;
import vn.lienthong.agency.OrganisationMapper.DelegationRow;
import vn.lienthong.command.Forbidden;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.NotFound;
import vn.lienthong.command.Refused;

/**
 * Officers who are away for some days, and who does their work meanwhile: by a document, from its first day to its last.
 * Nothing is moved: whoever asks what lies in whose hands counts in what holds on that day, so that it begins and ends by
 * itself, on every node.
 */
@Component
public class Absences {

    private static final Logger log = LoggerFactory.getLogger(Absences.class);

    /** So long after its end an absence is still listed. */
    private static final int MEMORY_DAYS = 90;

    /** @param to usernames of who acts in the officer's place; empty when the work goes back to the queue of the post */
    public record Cover(String unit, Duty duty, List<String> to) {

        public Cover {
            to = to.stream()
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .distinct()
                    .toList();
        }
    }

    /** @param from first day; @param to last day */
    public record Wish(
            String officer,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            String documentNumber,
            String reason,
            List<Cover> covers) {}

    /** Where an absence stands on the day of the question. */
    public enum State {
        PLANNED,
        RUNNING,
        OVER,
        REVOKED;

        public String getKey() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param mayRevoke whether the caller may end it now */
    public record Absence(
            long id,
            String officer,
            LocalDate from,
            LocalDate to,
            String documentNumber,
            String reason,
            State state,
            String enteredBy,
            Instant enteredAt,
            List<Cover> covers,
            boolean mayRevoke) {}

    private final Organisation organisation;
    private final OrganisationMapper mapper;
    private final DecidingOnDuties deciding;
    private final AbsenceFaults faults;
    private final CurrentCaller caller;
    private final Clock clock;

    Absences(
            Organisation organisation,
            OrganisationMapper mapper,
            DecidingOnDuties deciding,
            AbsenceFaults faults,
            CurrentCaller caller,
            Clock clock) {
        this.organisation = organisation;
        this.mapper = mapper;
        this.deciding = deciding;
        this.faults = faults;
        this.caller = caller;
        this.clock = clock;
    }

    /** Posts that are the officer's own on that day and that the caller may hand to others. */
    public List<Post> postsToCover(String officer, LocalDate on) {
        return organisation.postsOf(officer, Dates.startOf(on)).stream()
                .filter(post -> post.onBehalfOf() == null && deciding.may(officer, post.unit()))
                .toList();
    }

    /** Officers whose absence the caller may decide about today. */
    public List<Officer> deciding() {
        LocalDate today = organisation.today();
        return organisation.officers().stream()
                .filter(officer -> !postsToCover(officer.username(), today).isEmpty())
                .toList();
    }

    /** Who could act in an officer's place at a unit: who has the same duty there, then everybody else of the agency. */
    public List<Officer> candidates(String officer, String unit, Duty duty, LocalDate on) {
        Stream<String> same = organisation.officersOf(unit, duty, on).stream();
        Stream<String> others = organisation.officers().stream()
                .map(Officer::username)
                .filter(other -> organisation.worksAt(other, organisation.agencyOf(unit), on));
        return Stream.concat(same, others)
                .distinct()
                .filter(other -> !other.equals(officer))
                .flatMap(other -> organisation.officer(other).stream())
                .toList();
    }

    /** @throws InvalidInput when it could not be declared like this */
    @Transactional(readOnly = true)
    public void check(Wish wish) {
        mayDecide(wish);
        InvalidInput.ifAny(faults.of(wish));
    }

    /** @return the absence's id */
    @Transactional
    public long declare(Wish wish) {
        mayDecide(wish);
        mapper.lock(
                Stream.concat(Stream.of(wish.officer()), wish.covers().stream().flatMap(cover -> cover.to().stream()))
                        .toArray(String[]::new));
        InvalidInput.ifAny(faults.of(wish));
        LocalDate from = requireNonNull(wish.from());
        LocalDate to = requireNonNull(wish.to());
        String document = wish.documentNumber().strip();
        long id = mapper.declare(new AbsenceRow(
                0,
                wish.officer(),
                from,
                to,
                document,
                wish.reason().strip(),
                caller.get().username(),
                clock.instant(),
                null,
                null));
        for (Cover cover : wish.covers()) {
            List<@Nullable String> standIns = new ArrayList<>(cover.to());
            if (standIns.isEmpty()) {
                standIns.add(null);
            }
            standIns.forEach(standIn -> mapper.delegate(new DelegationRow(
                    0, wish.officer(), standIn, cover.unit(), cover.duty(), from, to, document, null, id)));
        }
        organisation.forgetAfterCommit();
        log.info("declared absence {} from {} to {}", id, from, to);
        return id;
    }

    /** Ends an absence at this moment, or calls off one that was to come. What was done in it stays done. */
    @Transactional
    public void revoke(long id) {
        AbsenceRow row = mapper.absence(id);
        List<DelegationRow> covers = mapper.covers(new Long[] {id});
        if (row == null || !concerns(row, covers)) {
            throw new NotFound("absence");
        }
        if (!mayRevoke(row, covers)) {
            throw new Forbidden("delegate-for-others");
        }
        if (state(row) == State.OVER
                || mapper.revokeAbsence(id, clock.instant(), caller.get().username()) == 0) {
            throw new Refused("absence-over", Map.of("id", id));
        }
        mapper.revokeCovers(id, clock.instant());
        organisation.forgetAfterCommit();
        log.info("revoked absence {}", id);
    }

    /** What is, is to come or was lately: of officers about whom the caller may decide, and where the caller stands in. */
    @Transactional(readOnly = true)
    public List<Absence> list() {
        LocalDate since = organisation.today().minusDays(MEMORY_DAYS);
        List<AbsenceRow> rows = mapper.absences(since);
        Map<Long, List<DelegationRow>> covers =
                mapper.covers(rows.stream().map(AbsenceRow::id).toArray(Long[]::new)).stream()
                        .collect(groupingBy(cover -> requireNonNull(cover.absence())));
        return rows.stream()
                .filter(row -> concerns(row, covers.getOrDefault(row.id(), List.of())))
                .map(row -> view(row, covers.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private void mayDecide(Wish wish) {
        if (postsToCover(wish.officer(), organisation.today()).isEmpty()) {
            throw new Forbidden("delegate-for-others");
        }
        wish.covers().forEach(cover -> deciding.check(wish.officer(), cover.unit()));
    }

    private boolean concerns(AbsenceRow row, List<DelegationRow> covers) {
        String me = caller.get().username();
        return covers.stream()
                .anyMatch(cover -> me.equals(cover.toOfficer()) || deciding.may(row.officer(), cover.unit()));
    }

    private boolean mayRevoke(AbsenceRow row, List<DelegationRow> covers) {
        return covers.stream().allMatch(cover -> deciding.may(row.officer(), cover.unit()));
    }

    private State state(AbsenceRow row) {
        LocalDate today = organisation.today();
        if (row.revokedAt() != null) {
            return State.REVOKED;
        }
        if (today.isBefore(row.validFrom())) {
            return State.PLANNED;
        }
        return today.isAfter(row.validTo()) ? State.OVER : State.RUNNING;
    }

    private Absence view(AbsenceRow row, List<DelegationRow> covers) {
        List<Cover> all = covers.stream()
                .map(cover -> new Post(cover.unit(), cover.duty(), null))
                .distinct()
                .map(post -> new Cover(
                        post.unit(),
                        post.duty(),
                        covers.stream()
                                .filter(cover -> cover.unit().equals(post.unit()) && cover.duty() == post.duty())
                                .flatMap(cover -> Stream.ofNullable(cover.toOfficer()))
                                .toList()))
                .toList();
        State state = state(row);
        boolean live = state == State.PLANNED || state == State.RUNNING;
        return new Absence(
                row.id(),
                row.officer(),
                row.validFrom(),
                row.validTo(),
                row.documentNumber(),
                row.reason(),
                state,
                row.enteredBy(),
                row.enteredAt(),
                all,
                live && mayRevoke(row, covers));
    }
}
