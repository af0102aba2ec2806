package vn.lienthong.reporting;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** What a hall may see of the dossiers that some units received: counts, and numbers of what lies ready. */
@Mapper
interface WallView {

    Numbers numbers(String[] units, Instant now, Instant today, Instant soon, Instant month);

    /** Numbers of dossiers whose result can be fetched, the newest first. */
    List<String> ready(String[] units, int most);

    /** Whoever holds the link of this digest sees this agency. */
    @Nullable String agencyOf(String digest);

    /** When the agency's link was made; null without one. */
    @Nullable Instant linkedAt(String agency);

    void link(String agency, String digest, String by, Instant at);

    int unlink(String agency);

    /** @param ended of this month, and of these {@code onTime} by the date that was promised first */
    record Numbers(int received, int returned, int ready, int open, int late, int soon, int ended, int onTime) {}
}
