package vn.lienthong.interconnection;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface HandoverMapper {

    void insert(UUID id, String origin, String leg, String number, String fromUnit, String toUnit, Instant at);

    /** @return 0 when it was acknowledged before */
    int acknowledge(String number, String by, Instant at);

    /** Moves a hand-over on; never out of an end state. */
    int answer(String number, HandoverState state, @Nullable String reason, Instant at);

    int finish(String number, HandoverState state, Instant at);

    List<Handover> page(
            @Nullable HandoverState state,
            List<String> units,
            @Nullable Instant afterAt,
            @Nullable UUID afterId,
            int limit);

    List<Handover> of(String origin);

    @Nullable Handover find(@Param("id") UUID id);

    @Nullable Handover byNumber(@Param("number") String number);

    void again(@Param("id") UUID id);
}
