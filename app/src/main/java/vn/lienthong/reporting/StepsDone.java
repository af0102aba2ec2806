package vn.lienthong.reporting;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.Officer;
import vn.lienthong.agency.Organisation;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Procedure;
import vn.lienthong.workflow.EngineClock;
import vn.lienthong.workflow.ProcessRef;

/** What was done, step by step and officer by officer; the steps behind the figures. */
@Component
@Transactional(readOnly = true)
public class StepsDone {

    private final StepTimeView view;
    private final ReadableUnits units;
    private final Organisation organisation;
    private final Catalogue catalogue;
    private final Clock clock;

    StepsDone(StepTimeView view, ReadableUnits units, Organisation organisation, Catalogue catalogue, Clock clock) {
        this.view = view;
        this.units = units;
        this.organisation = organisation;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /**
     * An officer's work at a unit.
     *
     * @param done steps done this week
     * @param median working seconds such a step took in the middle; null when none was done
     */
    public record OfficerLoad(
            String unit,
            String unitName,
            String officer,
            String officerName,
            int open,
            int late,
            int done,
            @Nullable Long median) {}

    /** @param since the Monday since which was counted */
    public record Loads(LocalDate since, List<OfficerLoad> items) {}

    /** Seconds of working time; {@code allowed} is null where the step had no budget in working time. */
    public record DoneStep(
            String dossier,
            String stepName,
            String unitName,
            String officerName,
            String forName,
            Instant openedAt,
            Instant closedAt,
            boolean late,
            long worked,
            @Nullable Long allowed) {}

    public record Page(List<DoneStep> items, @Nullable String next) {}

    /** What is asked for; null restricts nothing. {@code leg}: that part instead of steps; {@code late}: only what was late. */
    public record Wish(
            @Nullable String procedure,
            @Nullable String edition,
            @Nullable String step,
            @Nullable String leg,
            @Nullable String unit,
            @Nullable String officer,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            boolean late) {}

    /** Per unit, and within it who has the most in hand first. */
    public Loads loads(@Nullable String unit, Locale locale) {
        LocalDate monday = organisation.today().with(DayOfWeek.MONDAY);
        Instant since = monday.atStartOfDay(EngineClock.ZONE).toInstant();
        return new Loads(
                monday,
                view.loads(units.within(unit), since, clock.instant()).stream()
                        .map(row -> new OfficerLoad(
                                row.unit(),
                                organisation.unit(row.unit()).name(locale),
                                row.officer(),
                                name(row.officer()),
                                row.open(),
                                row.late(),
                                row.done(),
                                row.median()))
                        .toList());
    }

    /** The longest first. */
    public Page page(Wish wish, @Nullable String after, int limit, Locale locale) {
        Period period = Period.of(wish.from(), wish.until(), organisation.today());
        StepTimeView.Asked asked = new StepTimeView.Asked(
                units.within(wish.unit()),
                period.begin(),
                period.end(),
                wish.procedure(),
                wish.edition(),
                wish.step(),
                wish.leg(),
                wish.officer(),
                wish.late());
        Place place = Place.read(after);
        List<StepTimeView.Done> found = view.done(
                asked, place == null ? null : place.worked(), place == null ? null : place.taskId(), limit + 1);
        List<StepTimeView.Done> shown = found.size() > limit ? found.subList(0, limit) : found;
        return new Page(
                shown.stream().map(row -> done(row, locale)).toList(),
                found.size() > limit ? Place.of(shown.get(shown.size() - 1)) : null);
    }

    private DoneStep done(StepTimeView.Done row, Locale locale) {
        Procedure procedure = catalogue.procedure(new ProcessRef(row.procedure(), row.edition()));
        String step = row.step();
        return new DoneStep(
                row.dossier(),
                step == null ? procedure.nameOfLeg(row.leg(), locale) : procedure.name(step, locale),
                organisation.unit(row.unit()).name(locale),
                name(row.officer()),
                name(row.onBehalfOf()),
                row.openedAt(),
                row.closedAt(),
                row.late(),
                row.worked(),
                row.allowed());
    }

    private String name(@Nullable String officer) {
        return officer == null
                ? ""
                : organisation.officer(officer).map(Officer::fullName).orElse(officer);
    }

    private record Place(long worked, String taskId) {

        static String of(StepTimeView.Done row) {
            return row.worked() + "_" + row.taskId();
        }

        static @Nullable Place read(@Nullable String written) {
            if (written == null || written.isBlank()) {
                return null;
            }
            int end = written.indexOf('_');
            try {
                return new Place(Long.parseLong(written.substring(0, Math.max(0, end))), written.substring(end + 1));
            } catch (NumberFormatException e) {
                throw new InvalidInput(Problem.of("after", "cursor-unknown"));
            }
        }
    }
}
