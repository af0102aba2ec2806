package vn.lienthong.worklist;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/**
 * The work of others, counted and listed by the same conditions. Rights are part of each query: lines of the units below,
 * and of dossiers that were received there wherever they are worked on.
 */
@Mapper
interface BoardView {

    List<Group> groups(Request request, Dimension dimension);

    List<Line> page(Request request, Condition condition, @Nullable Cursor after, int limit);

    /**
     * @param key what the lines have in common: a unit, procedure and leg, a username, a procedure
     * @param edition one of the editions that the lines belong to
     * @param unit one of the units
     */
    record Group(String key, String edition, String unit, int late, int soon, int unclaimed, int open, int waiting) {}

    /**
     * @param below units whose work is overseen
     * @param homes units whose dossiers are watched wherever they are worked on
     * @param soon until when (exclusive) a step is due soon where the commonest calendar is kept
     * @param stale since when (exclusive) a step lies there for long where the commonest calendar is kept
     * @param elsewhere both, as {@code soon} and {@code stale} (ISO), of each unit that keeps another calendar
     * @param agencyUnits units of the agency that is asked for; null when none is
     */
    record Request(
            String[] below,
            String[] homes,
            Instant now,
            Instant soon,
            Instant stale,
            Map<String, Object> elsewhere,
            Scope scope,
            String @Nullable [] agencyUnits) {}
}
