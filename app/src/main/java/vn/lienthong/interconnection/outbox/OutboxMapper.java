package vn.lienthong.interconnection.outbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface OutboxMapper {

    /** Waits for other transactions that write to the same stream, until the end of this one. */
    void lineUp(String destination, String stream);

    /** Does nothing when the id is there already. */
    void insert(
            UUID id,
            String destination,
            String stream,
            String kind,
            String body,
            @Param("about") About about,
            Instant at);

    /** Destinations for which something waits, due or not. */
    List<String> destinations();

    /**
     * Takes the first messages of their streams that nobody carries, and leases them.
     *
     * @param early whether to take what is not due yet too
     * @param until when another node may try, should this one die on the way
     */
    List<OutgoingMessage> take(String destination, boolean early, Instant now, Instant until, int limit);

    /** @return 0 when somebody else took it meanwhile */
    int delivered(UUID id, int attempts, String answer, Instant at);

    int again(UUID id, int attempts, Instant nextAt, String why);

    int dead(UUID id, int attempts, String why, Instant at);

    /** As if this try had never been: the node stops. */
    int handBack(UUID id, int attempts, Instant at);

    /** How often in a row it failed, and since when. */
    Failures failures(@Param("id") UUID id);

    /** Brings forward what waits for a destination that is back, spread over a time. */
    void hasten(String destination, Instant now, long spreadSeconds);

    int cancel(@Param("id") UUID id, Instant at);

    int abandon(@Param("id") UUID id, Instant at);

    int redrive(@Param("id") UUID id, Instant at);

    List<Outbox.Line> ofStream(@Param("stream") String stream);

    String body(@Param("id") UUID id);

    List<String> unsettled(String destination, List<String> streams);

    Outbox.@Nullable Line find(@Param("id") UUID id);

    /**
     * @param units whose messages; null for all
     * @param after last one of the page before
     */
    List<Outbox.Line> deadOnes(
            @Nullable String destination, @Nullable List<String> units, @Nullable UUID after, int limit);

    List<Outbox.Backlog> backlog(@Param("now") Instant now);

    int forget(@Param("before") Instant before);

    record Failures(int count, @Nullable Instant since) {}
}
