package vn.lienthong.reporting;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** Who kept the dates. Rights are part of each query: units outside are never read. */
@Mapper
interface ResultView {

    /** Agencies' parts that ended from {@code from} until before {@code until}, by procedure, leg and unit. */
    List<Kept> legs(Instant from, Instant until, String[] units);

    /** Citizens' dossiers, by procedure and the unit that received them. */
    List<Kept> dossiers(Instant from, Instant until, String[] units);

    /** What made citizens' dossiers late: those that these units received, and those that they made late. */
    List<Cause> causes(Instant from, Instant until, String[] units);

    /** The work in hand at a moment, by procedure, unit and duty. */
    List<InHand> inHand(Instant now, String[] units);

    /**
     * @param leg empty for citizens' dossiers
     * @param onTimeOriginally by the date that was promised first
     * @param onTime by the date as it was moved since
     * @param keptOwn within the agency's own budget, whenever it could begin
     * @param inherited past the planned date only because it began late
     * @param usedShare how much of the own budget was used on average, in percent; null where nothing measures it
     */
    record Kept(
            String procedure,
            String leg,
            String unit,
            int finished,
            int onTimeOriginally,
            int onTime,
            int keptOwn,
            int inherited,
            @Nullable Integer usedShare) {}

    /** @param dossiers late citizens' dossiers of which this part exceeded its own time most */
    record Cause(String procedure, String leg, String unit, int dossiers) {}

    record InHand(String procedure, String unit, String duty, int open, int taken, int overdue, int waiting) {}
}
