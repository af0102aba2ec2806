package vn.lienthong.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;
import vn.lienthong.agency.Duty;
import vn.lienthong.deadline.StepDueMoved;
import vn.lienthong.workflow.OpenSteps;

/** The lines themselves, one at a time. */
@Mapper
interface LineMapper {

    int insert(Line line);

    /**
     * Moves a line to what was done.
     *
     * @param by who took it only now; null when it is as it stands
     * @param worked seconds of working time it took
     * @param allowed seconds of working time it was given; null when it had no budget in working time
     * @return 0 when there was none
     */
    int close(
            String taskId,
            @Nullable Taken by,
            @Nullable String outcome,
            Instant at,
            long worked,
            @Nullable Long allowed);

    @Nullable Line find(String taskId);

    @Nullable ClosedLine closed(String taskId);

    /** By the officer's own doing. */
    int claim(String taskId, Taken by);

    /** @param by who hands it over, and need not be told that it is new */
    int assign(String taskId, String officer, @Nullable String onBehalfOf, Instant at, String by);

    /** @param by who gives it back to the team */
    int release(String taskId, String by);

    /** @return 0 when the officer has seen it before, or there is no such line */
    int seen(String taskId, String officer);

    int followUp(String taskId, String officer, LocalDate on);

    int forget(String taskId, String officer);

    List<Mark> marks(String officer, List<String> taskIds);

    int due(Collection<StepDueMoved> moved);

    /**
     * Raises open lines to a priority, never lowers them: one step, or else all of a leg or of a whole dossier. What
     * somebody is completing at this moment is left alone, so that nobody waits for anybody.
     */
    int raise(List<Raise> raises);

    /** What is raised: the step, or else what belongs to the leg of the dossier, or else to the dossier. */
    record Raise(
            @Nullable String task, String origin, @Nullable String leg, int priority) {}

    /** Who of these has the fewest open lines at a post; the first of them when several have as few. */
    @Nullable String leastBusy(String unit, Duty duty, List<String> officers);

    /** How much of a post each of these has in hand, in their order. */
    List<Load> loads(String unit, Duty duty, String[] officers, Instant now);

    /** Those of these lines that are there, the longest overdue first. */
    List<Line> all(String[] taskIds);

    /** Open lines that the officer took, or that others took in the officer's place; the longest overdue first. */
    List<Line> inHandsOf(String officer);

    int prioritise(String taskId, int priority);

    OpenSteps.Digest digest();

    Set<String> ids();

    List<Line> ofOrigin(String origin);

    /** An officer takes a line. */
    record Taken(String officer, @Nullable String onBehalfOf, Instant at) {}

    record Load(String officer, int open, int late) {}

    /** What a line is to one officer. */
    record Mark(String taskId, boolean seen, @Nullable LocalDate followUpOn) {}

    /** What became of a line. */
    record ClosedLine(
            String taskId,
            String dossier,
            String origin,
            String unit,
            Duty duty,
            @Nullable String assignee,
            Instant closedAt,
            @Nullable String outcome) {}
}
