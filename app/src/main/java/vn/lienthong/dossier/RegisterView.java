package vn.lienthong.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** The dossiers that a unit received in a period, as its book has them. */
@Mapper
interface RegisterView {

    /**
     * @param leadUnit unit that leads it; null when no part of it does
     * @param method how the last result was handed over; null while none was
     */
    record Line(
            String number,
            String procedure,
            String edition,
            int state,
            String applicantName,
            @Nullable String applicantPhone,
            @Nullable String applicantAddress,
            Instant receivedAt,
            @Nullable Instant promisedAt,
            @Nullable Instant readyAt,
            @Nullable Instant finishedAt,
            @Nullable String wished,
            @Nullable String leadUnit,
            @Nullable String method,
            @Nullable Map<String, Object> collector) {}

    /** In the order in which they came, those first of the first day. */
    List<Line> of(
            @Param("unit") String unit,
            @Param("from") Instant from,
            @Param("until") Instant until,
            @Param("limit") int limit);
}
