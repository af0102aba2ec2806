package vn.lienthong.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.Organisation;
import vn.lienthong.command.NotFound;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Procedure;
import vn.lienthong.workflow.ProcessModel;
import vn.lienthong.workflow.ProcessRef;

/** Where the working time of a procedure goes: by step and by agency's part, against what each was given. */
@Component
@Transactional(readOnly = true)
public class Heat {

    private final StepTimeView view;
    private final ReadableUnits units;
    private final Catalogue catalogue;
    private final Organisation organisation;

    Heat(StepTimeView view, ReadableUnits units, Catalogue catalogue, Organisation organisation) {
        this.view = view;
        this.units = units;
        this.catalogue = catalogue;
        this.organisation = organisation;
    }

    /**
     * A step or an agency's part, in seconds of working time, pauses left out.
     *
     * @param element id in the diagram; empty for the founding part, which no element stands for
     * @param leg id of the agency's part; empty for a step
     * @param nine nine of ten took no longer
     * @param latePercent share that was late
     * @param budgetPercent median of what was used of the budget; null where there was none
     * @param level how hot: 1 cool, 2 warm, 3 close to the limit, 4 over it, 5 far over; 0 without a budget
     */
    public record Spot(
            String element,
            String leg,
            String name,
            String lane,
            int number,
            long median,
            long nine,
            int latePercent,
            @Nullable Integer budgetPercent,
            int level) {

        public boolean isStep() {
            return leg.isEmpty();
        }
    }

    /** @param spots the hottest first */
    public record HeatMap(
            String procedure,
            String edition,
            String procedureName,
            LocalDate from,
            LocalDate until,
            List<Spot> spots) {}

    /**
     * @param edition its first day; the one in force when null
     * @param unit only what this agency or unit did; everything readable when null
     */
    public HeatMap of(
            String procedure,
            @Nullable LocalDate edition,
            @Nullable String unit,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            Locale locale) {
        Period period = Period.of(from, until, organisation.today());
        ProcessRef ref = edition == null
                ? catalogue.edition(procedure, organisation.today()).ref()
                : new ProcessRef(procedure, edition.toString());
        Procedure known = catalogue.procedure(ref);
        StepTimeView.Asked asked = new StepTimeView.Asked(
                units.within(unit), period.begin(), period.end(), procedure, ref.edition(), null, null, null, false);
        List<Spot> spots = new ArrayList<>();
        view.steps(asked).forEach(spent -> spots.add(step(known, spent, locale)));
        view.legs(asked).forEach(spent -> spots.add(leg(known, spent, locale)));
        spots.sort(Comparator.comparingInt(Spot::level)
                .thenComparing(spot -> Optional.ofNullable(spot.budgetPercent()).orElse(0))
                .thenComparing(Spot::median)
                .reversed());
        return new HeatMap(
                procedure, ref.edition(), known.edition().names().in(locale), period.first(), period.last(), spots);
    }

    /** The diagram that the figures lie on. */
    public byte[] diagram(String procedure, LocalDate edition) {
        units.all();
        var folder = catalogue
                .procedure(new ProcessRef(procedure, edition.toString()))
                .folder();
        return folder.file(folder.diagram()).orElseThrow(() -> new NotFound("procedure"));
    }

    private static Spot step(Procedure procedure, StepTimeView.Spent spent, Locale locale) {
        String lane = procedure
                .model()
                .node(spent.key())
                .flatMap(node -> lane(procedure.model(), node))
                .orElse("");
        return spot(spent.key(), "", procedure.name(spent.key(), locale), lane, spent);
    }

    private static Optional<String> lane(ProcessModel model, ProcessModel.Node node) {
        return model.lanes().stream()
                .filter(lane -> lane.nodes().contains(node.id()) || lane.id().equals(node.lane()))
                .map(ProcessModel.Lane::name)
                .findFirst();
    }

    private static Spot leg(Procedure procedure, StepTimeView.Spent spent, Locale locale) {
        String element = procedure.model().nodes().stream()
                .filter(node -> "callActivity".equals(node.type())
                        && spent.key().equals(node.properties().get("leg")))
                .map(ProcessModel.Node::id)
                .findFirst()
                .orElse("");
        return spot(element, spent.key(), procedure.nameOfLeg(spent.key(), locale), "", spent);
    }

    private static Spot spot(String element, String leg, String name, String lane, StepTimeView.Spent spent) {
        Integer share = spent.share();
        return new Spot(
                element,
                leg,
                name,
                lane,
                spent.number(),
                spent.median(),
                spent.nine(),
                Math.round(100f * spent.late() / spent.number()),
                share,
                share == null ? 0 : level(share));
    }

    private static int level(int share) {
        if (share <= 50) {
            return 1;
        }
        if (share <= 80) {
            return 2;
        }
        if (share <= 100) {
            return 3;
        }
        return share <= 150 ? 4 : 5;
    }
}
