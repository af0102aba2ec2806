package vn.lienthong.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.Duty;
import vn.lienthong.agency.Organisation;
import vn.lienthong.procedure.Catalogue;

/** Figures for those who answer for others' work, about the units that they answer for. */
@Component
@Transactional(readOnly = true)
public class Reports {

    private final ResultView view;
    private final ReadableUnits units;
    private final Organisation organisation;
    private final Catalogue catalogue;
    private final Clock clock;

    Reports(ResultView view, ReadableUnits units, Organisation organisation, Catalogue catalogue, Clock clock) {
        this.view = view;
        this.units = units;
        this.organisation = organisation;
        this.catalogue = catalogue;
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
        String[] mine = units.all();
        Period days = Period.of(from, until, organisation.today());
        List<ResultView.Kept> found = counted == Counted.LEGS
                ? view.legs(days.begin(), days.end(), mine)
                : view.dossiers(days.begin(), days.end(), mine);
        return new OnTime(
                counted,
                days.first(),
                days.last(),
                found.stream().map(row -> kept(row, days.last(), locale)).toList());
    }

    /** Whose part made citizens' dossiers late that ended in these days; the most dossiers first. */
    public List<Cause> causes(@Nullable LocalDate from, @Nullable LocalDate until, Locale locale) {
        String[] mine = units.all();
        Period days = Period.of(from, until, organisation.today());
        return view.causes(days.begin(), days.end(), mine).stream()
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

    /** What is open now. */
    public List<InHand> inHand(Locale locale) {
        LocalDate today = organisation.today();
        return view.inHand(clock.instant(), units.all()).stream()
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
}
