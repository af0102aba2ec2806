package vn.lienthong.dossier.returns;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Dossiers that have something to hand over at some desks. */
@Mapper
interface ReturnsView {

    /**
     * @param readyAt null while only a part is there
     * @param wished how the applicant wants the result
     */
    record Found(
            String number,
            String applicant,
            @Nullable String phone,
            String procedure,
            String edition,
            int state,
            String unit,
            Instant receivedAt,
            @Nullable Instant promisedAt,
            @Nullable Instant originalPromisedAt,
            @Nullable Instant readyAt,
            @Nullable String wished) {}

    /** @param at when it was ready, or received where only a part is ready */
    record Place(Instant at, String number) {}

    /** Everything is there; longest waiting first. */
    List<Found> ready(
            @Param("desks") List<String> desks,
            @Param("before") @Nullable Instant before,
            @Param("after") @Nullable Place after,
            @Param("limit") int limit);

    /** A part is there that nobody has taken, and the rest is still to come. */
    List<Found> partly(
            @Param("desks") List<String> desks, @Param("after") @Nullable Place after, @Param("limit") int limit);

    /** By name or identity number, whatever is there. */
    List<Found> find(
            @Param("desks") List<String> desks,
            @Param("name") @Nullable String name,
            @Param("identity") @Nullable String identity,
            @Param("limit") int limit);

    /** How many wait, no more than are worth counting. */
    int count(@Param("desks") List<String> desks, @Param("before") @Nullable Instant before, @Param("most") int most);
}
