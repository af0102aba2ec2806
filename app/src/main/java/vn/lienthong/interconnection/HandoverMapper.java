package vn.lienthong.interconnection;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface HandoverMapper {

    void insert(
            UUID id,
            String origin,
            String leg,
            String number,
            String fromUnit,
            String toUnit,
            Channel channel,
            @Nullable String peer,
            Instant at);

    /** @return 0 when it was acknowledged before */
    int acknowledge(String number, String by, Instant at);

    /** Moves a hand-over on; never out of an end state. */
    int answer(String number, HandoverState state, @Nullable String reason, Instant at);

    int finish(String number, HandoverState state, Instant at);

    /** It goes to the agency once more: the sender is responsible again. */
    void sendAgain(String number, Instant at);

    /** Counts an envelope. */
    int countSent(String number);

    /** Keeps the number that the agency gave it. */
    void known(String number, String theirs);

    void askBack(String number, @Nullable Instant at);

    List<Handover> page(
            List<String> states, List<String> units, @Nullable Instant afterAt, @Nullable UUID afterId, int limit);

    List<Handover> of(String origin);

    @Nullable Handover find(@Param("id") UUID id);

    @Nullable Handover ofNumber(@Param("number") String number);

    void again(@Param("id") UUID id);
}
