package vn.lienthong.notification;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

@Mapper
interface MessageMapper {

    void insert(List<NewMessage> messages);

    /**
     * Takes messages that are due and that no other node is taking at this moment, and moves them on.
     *
     * @param until when another node may try, should this one die on the way
     */
    List<Message> take(Instant now, Instant until, List<Message.Channel> channels, int limit);

    void sent(long id, Instant at);

    void again(long id, Instant nextAt, String error);

    void failed(long id, String error);

    /** Not tried before; as if it had not been taken. */
    void hold(long id, Instant until);

    void retry(long id, Instant at);

    /** Writes the same once more. */
    void copy(long id, Instant at);

    Outbox.@Nullable Line find(long id);

    List<Outbox.Line> list(List<String> units, Outbox.@Nullable State state, @Nullable Long after, int limit);

    List<Outbox.Line> ofDossier(String dossier);

    Outbox.Backlog backlog(Instant now);

    record NewMessage(
            String dossier,
            String unit,
            String notice,
            Message.Channel channel,
            String recipient,
            String language,
            String subject,
            String body,
            Outbox.State state,
            Instant writtenAt) {}
}
