package vn.lienthong.reporting;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Where working time went. Rights are part of each query: units outside are never read. */
@Mapper
interface StepTimeView {

    /** What was done, by element of the diagram. */
    List<Spent> steps(@Param("asked") Asked asked);

    /** Agencies' parts of the procedure's dossiers that ended, by leg. */
    List<Spent> legs(@Param("asked") Asked asked);

    /** What officers did from a moment on, and what they have in hand, by unit and officer. */
    List<Load> loads(String[] units, Instant since, Instant now);

    /** Single steps that were done, or agencies' parts, the longest first; for a part the step is null. */
    List<Done> done(Asked asked, @Nullable Long afterWorked, @Nullable String afterTask, int limit);

    /**
     * Seconds of working time.
     *
     * @param key a step or a leg
     * @param share median of what was used of the budget, in percent; null where there was none
     */
    record Spent(
            String key,
            int number,
            int late,
            long median,
            long nine,
            @Nullable Integer share) {}

    /** @param median seconds of working time a step took; null when none was done */
    record Load(
            String unit,
            String officer,
            int open,
            int late,
            int done,
            @Nullable Long median) {}

    record Done(
            String taskId,
            String dossier,
            String procedure,
            String edition,
            @Nullable String step,
            String leg,
            String unit,
            @Nullable String officer,
            @Nullable String onBehalfOf,
            Instant openedAt,
            Instant closedAt,
            boolean late,
            long worked,
            @Nullable Long allowed) {}

    /**
     * @param leg agencies' parts instead of steps, of this leg
     * @param units the caller's, or those of them that were asked for; what is null restricts nothing
     */
    record Asked(
            String[] units,
            Instant from,
            Instant until,
            @Nullable String procedure,
            @Nullable String edition,
            @Nullable String step,
            @Nullable String leg,
            @Nullable String officer,
            boolean late) {}
}
