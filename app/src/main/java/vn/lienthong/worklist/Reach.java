package vn.lienthong.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Calendars;
import vn.lienthong.agency.Caller;
import vn.lienthong.agency.Duty;
import vn.lienthong.agency.Organisation;
import vn.lienthong.agency.Post;
import vn.lienthong.agency.calendar.WorkingCalendar;

/** What of the work in hand concerns an officer: the posts held, and for those who supervise the posts below them. */
@Component
class Reach {

    /** Duties that steps are given to. */
    private static final Set<Duty> WORKING = EnumSet.of(
            Duty.RECEPTION_OFFICER,
            Duty.CASE_OFFICER,
            Duty.UNIT_HEAD,
            Duty.AGENCY_HEAD,
            Duty.CLERK,
            Duty.CASHIER,
            Duty.RETURNS_OFFICER);

    /** Duties whose own list is the list of everybody below them. */
    private static final Set<Duty> SUPERVISING = EnumSet.of(Duty.SUPERVISOR, Duty.CENTRE_DIRECTOR);

    /** Duties that may hand the work below them to somebody else. */
    private static final Set<Duty> MANAGING =
            EnumSet.of(Duty.SUPERVISOR, Duty.CENTRE_DIRECTOR, Duty.UNIT_HEAD, Duty.AGENCY_HEAD);

    /** Duties that look at the work below them; the inspector without a say in it. */
    private static final Set<Duty> OVERSEEING =
            EnumSet.of(Duty.SUPERVISOR, Duty.CENTRE_DIRECTOR, Duty.UNIT_HEAD, Duty.AGENCY_HEAD, Duty.INSPECTOR);

    private static final Set<Duty> WATCHING = EnumSet.of(Duty.SUPERVISOR, Duty.CENTRE_DIRECTOR, Duty.INSPECTOR);

    private final Organisation organisation;
    private final Calendars calendars;

    Reach(Organisation organisation, Calendars calendars) {
        this.organisation = organisation;
        this.calendars = calendars;
    }

    /** The same condition as {@link #sees} for lists, so that it can be part of their SQL. */
    QueueView.Request request(Caller caller, Filter filter, Instant now, @Nullable Cursor after, int limit) {
        List<Place> places = List.copyOf(places(caller));
        List<String> homes = below(caller, SUPERVISING).stream().distinct().toList();
        return new QueueView.Request(
                filter,
                caller.username(),
                stand(caller, now),
                places.stream().map(Place::unit).toArray(String[]::new),
                places.stream().map(place -> place.duty().name()).toArray(String[]::new),
                places.stream()
                        .map(place -> soonUntil(place.unit(), now).toString())
                        .toArray(String[]::new),
                homes.toArray(String[]::new),
                homes.stream().map(home -> soonUntil(home, now).toString()).toArray(String[]::new),
                now,
                after,
                limit);
    }

    private QueueView.Stand stand(Caller caller, Instant now) {
        List<Post> delegated = caller.posts().stream()
                .filter(post -> post.onBehalfOf() != null)
                .toList();
        return new QueueView.Stand(
                delegated.stream().map(Post::onBehalfOf).distinct().toArray(String[]::new),
                delegated.stream()
                        .map(post -> post.onBehalfOf() + " " + post.unit() + " " + post.duty())
                        .toArray(String[]::new),
                organisation.standInsOf(caller.username(), now).stream()
                        .map(one -> one.officer() + " " + one.unit() + " " + one.duty())
                        .toArray(String[]::new));
    }

    /** Whether the caller may hand the work of a unit to somebody else. */
    boolean manages(Caller caller, String unit) {
        return below(caller, MANAGING).contains(unit);
    }

    /** Codes of all units whose work the caller's lists may hold, without those only watched from home. */
    List<String> units(Caller caller) {
        return places(caller).stream().map(Place::unit).distinct().toList();
    }

    /** Who else works where the caller does, each once. */
    List<String> colleagues(Caller caller) {
        LocalDate today = organisation.today();
        return caller.posts().stream()
                .filter(post -> WORKING.contains(post.duty()))
                .flatMap(post -> organisation.officersOf(post.unit(), post.duty(), today).stream())
                .distinct()
                .toList();
    }

    boolean sees(Caller caller, Duty duty, String unit) {
        return caller.holds(duty, unit) || manages(caller, unit);
    }

    /** Whether the caller supervises where the citizen handed the dossier in: then every agency's step is watched. */
    boolean watches(Caller caller, String home) {
        return below(caller, SUPERVISING).contains(home);
    }

    /** Units whose work the caller answers for or inspects; none for who only works. */
    List<String> overseen(Caller caller) {
        return below(caller, OVERSEEING).stream().distinct().toList();
    }

    /** Units whose dossiers the caller watches wherever they are worked on. */
    List<String> watched(Caller caller) {
        return below(caller, WATCHING).stream().distinct().toList();
    }

    private Collection<Place> places(Caller caller) {
        Set<Place> places = new LinkedHashSet<>();
        for (Post post : caller.posts()) {
            places.add(new Place(post.unit(), post.duty()));
        }
        for (String unit : below(caller, SUPERVISING)) {
            WORKING.forEach(duty -> places.add(new Place(unit, duty)));
        }
        return places;
    }

    private List<String> below(Caller caller, Set<Duty> duties) {
        List<String> units = new ArrayList<>();
        for (Post post : caller.posts()) {
            if (duties.contains(post.duty())) {
                units.addAll(organisation.subtree(post.unit()));
            }
        }
        return units;
    }

    /** The end of the unit's next working day: what is due before has one working day left at most. */
    private Instant soonUntil(String unit, Instant now) {
        return soonUntil(calendars.ofUnit(unit), now);
    }

    static Instant soonUntil(WorkingCalendar calendar, Instant now) {
        ZoneId zone = calendar.zone();
        return calendar.nextWorkingDay(calendar.dateOf(now))
                .plusDays(1)
                .atStartOfDay(zone)
                .toInstant();
    }

    private record Place(String unit, Duty duty) {}
}
