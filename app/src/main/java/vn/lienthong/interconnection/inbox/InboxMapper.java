package vn.lienthong.interconnection.inbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

@Mapper
interface InboxMapper {

    /** An envelope that lies here. */
    record Kept(UUID id, String peer, UUID handover, boolean forward, int sequence, String body, int attempts) {}

    /** @return 0 when it is here already */
    int keep(UUID id, String peer, UUID handover, boolean forward, int sequence, String kind, String body, Instant at);

    /** Takes the row of one hand-over and direction in hand; the next waits until this transaction is over. */
    @Nullable String hold(UUID handover, boolean forward);

    boolean has(UUID id);

    /** The one that is next; null when it has not come yet, or was handled. */
    @Nullable Kept next(UUID handover, boolean forward);

    void handled(UUID id, String body, Instant at);

    void postpone(UUID id, String problem, Instant next);

    /** Rows of envelopes that could be handled now and were not, the oldest first. */
    List<Row> waiting(Instant now, int most);

    /** Which hand-over and which direction. */
    record Row(UUID handover, boolean forward) {}

    Backlog backlog();

    /** @param oldestAt when the longest waiting one came */
    record Backlog(long waiting, long failing, @Nullable Instant oldestAt) {}
}
