package vn.lienthong.reporting;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** What stands still without an open step to blame. Rights are part of each query. */
@Mapper
interface StuckView {

    List<Row> page(
            String[] units,
            Instant before,
            @Nullable String kind,
            @Nullable Instant afterSince,
            @Nullable String afterId,
            int limit);

    List<Count> counts(String[] units, Instant before);

    /** @param unit whose move it is; for a message the unit that received the dossier */
    record Row(
            String kind,
            String id,
            String dossier,
            String procedure,
            String edition,
            String leg,
            String unit,
            Instant since) {}

    record Count(String kind, int count) {}
}
