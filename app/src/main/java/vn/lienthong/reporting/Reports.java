package vn.lienthong.reporting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.Caller;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Duty;
import vn.lienthong.agency.Organisation;
import vn.lienthong.command.Forbidden;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;
import vn.lienthong.dossier.Access;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.workflow.EngineClock;

/** Figures for those who answer for others' work, about the units that they answer for. */
@Component
@Transactional(readOnly = true)
public class Reports {

    private static final Set<Duty> READERS =
            EnumSet.of(Duty.SUPERVISOR, Duty.CENTRE_DIRECTOR, Duty.AGENCY_HEAD, Duty.UNIT_HEAD, Duty.INSPECTOR);

    private final ResultView view;
    private final Access access;
    private final Organisation organisation;
    private final Catalogue catalogue;
    private final CurrentCaller callers;
    private final Clock clock;

    Reports(
            ResultView view,
            Access access,
            Organisation organisation,
            Catalogue catalogue,
            CurrentCaller callers,
            Clock clock) {
        this.view = view;
        this.access = access;
        this.organisation = organisation;
        this.catalogue = catalogue;
        this.callers = callers;
        this.clock = clock;
    }

    /** What a figure counts; dossiers and legs are never added up. */
    public enum Counted {
        DOSSIERS,
        LEGS
    }

    /**
     * How many ended in time.
     *
     * @param leg empty for dossiers
     * @param agency code of the agency that the unit belongs to
     * @param onTimeOriginally by the date that was promised first
     * @param onTime by the date as it was moved since, by supplements and extensions
     * @param keptOwn of legs: within the agency's own budget, whenever it could begin; of dossiers as {@code
     *     onTimeOriginally}
     * @param inherited of legs: past the planned date only because an earlier leg was late
     * @param usedShare of legs: how much of the own budget was used on average, in percent
     * @param rate share that kept its time, in percent with one decimal: of legs by their own budget, so that nobody
     *     answers for another; of dossiers by the date that was promised first
     */
    public record Kept(
            String procedure,
            String procedureName,
            String leg,
            String legName,
            String unit,
            String unitName,
            String agency,
            int finished,
            int onTimeOriginally,
            int onTime,
            int keptOwn,
            int inherited,
            @Nullable Integer usedShare,
            double rate) {}

    /** Whose part made how many citizens' dossiers late: the one that exceeded its own time most. */
    public record Cause(
            String procedure,
            String procedureName,
            String leg,
            String legName,
            String unit,
            String unitName,
            String agency,
            int dossiers) {}

    /** The figures of a time. {@code until} is the last day. */
    public record OnTime(Counted counted, LocalDate from, LocalDate until, List<Kept> items) {}

    /** The work in hand at a post. */
    public record InHand(
            String procedure,
            String procedureName,
            String unit,
            String unitName,
            String duty,
            int open,
            int taken,
            int overdue,
            int waiting) {}

    /**
     * Who kept the promised dates.
     *
     * @param from first day on which something ended; the first of the current month when null
     * @param until last such day; today when null
     */
    public OnTime onTime(Counted counted, @Nullable LocalDate from, @Nullable LocalDate until, Locale locale) {
        String[] units = units();
        Days days = days(from, until);
        List<ResultView.Kept> found = counted == Counted.LEGS
                ? view.legs(days.begin(), days.end(), units)
                : view.dossiers(days.begin(), days.end(), units);
        return new OnTime(
                counted,
                days.first(),
                days.last(),
                found.stream().map(row -> kept(row, days.last(), locale)).toList());
    }

    /** Whose part made citizens' dossiers late that ended in these days; the most dossiers first. */
    public List<Cause> causes(@Nullable LocalDate from, @Nullable LocalDate until, Locale locale) {
        String[] units = units();
        Days days = days(from, until);
        return view.causes(days.begin(), days.end(), units).stream()
                .map(row -> new Cause(
                        row.procedure(),
                        procedureName(row.procedure(), days.last(), locale),
                        row.leg(),
                        legName(row.procedure(), row.leg(), days.last(), locale),
                        row.unit(),
                        organisation.unit(row.unit()).name(locale),
                        organisation.agencyOf(row.unit()),
                        row.dossiers()))
                .toList();
    }

    private record Days(LocalDate first, LocalDate last) {

        Instant begin() {
            return first.atStartOfDay(EngineClock.ZONE).toInstant();
        }

        Instant end() {
            return last.plusDays(1).atStartOfDay(EngineClock.ZONE).toInstant();
        }
    }

    private Days days(@Nullable LocalDate from, @Nullable LocalDate until) {
        LocalDate last = until == null ? organisation.today() : until;
        LocalDate first = from == null ? last.withDayOfMonth(1) : from;
        if (first.isAfter(last)) {
            throw new InvalidInput(Problem.of("until", "before-from"));
        }
        return new Days(first, last);
    }

    /** What is open now. */
    public List<InHand> inHand(Locale locale) {
        LocalDate today = organisation.today();
        return view.inHand(clock.instant(), units()).stream()
                .map(row -> new InHand(
                        row.procedure(),
                        procedureName(row.procedure(), today, locale),
                        row.unit(),
                        organisation.unit(row.unit()).name(locale),
                        Duty.valueOf(row.duty()).key(),
                        row.open(),
                        row.taken(),
                        row.overdue(),
                        row.waiting()))
                .toList();
    }

    private Kept kept(ResultView.Kept row, LocalDate on, Locale locale) {
        return new Kept(
                row.procedure(),
                procedureName(row.procedure(), on, locale),
                row.leg(),
                row.leg().isEmpty() ? "" : legName(row.procedure(), row.leg(), on, locale),
                row.unit(),
                organisation.unit(row.unit()).name(locale),
                organisation.agencyOf(row.unit()),
                row.finished(),
                row.onTimeOriginally(),
                row.onTime(),
                row.keptOwn(),
                row.inherited(),
                row.usedShare(),
                Math.round(1000.0 * row.keptOwn() / row.finished()) / 10.0);
    }

    private String procedureName(String procedure, LocalDate on, Locale locale) {
        return catalogue.edition(procedure, on).names().in(locale);
    }

    private String legName(String procedure, String leg, LocalDate on, Locale locale) {
        return catalogue.procedure(catalogue.edition(procedure, on).ref()).nameOfLeg(leg, locale);
    }

    private String[] units() {
        Caller caller = callers.get();
        if (READERS.stream().noneMatch(caller::holds)) {
            throw new Forbidden("no-reports");
        }
        return access.unitsOf(caller).toArray(String[]::new);
    }
}
