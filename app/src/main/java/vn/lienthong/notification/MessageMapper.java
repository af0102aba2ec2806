package vn.lienthong.notification;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface MessageMapper {

    void insert(String dossier, String notice, String recipient, String subject, String body, String state, Instant at);

    /** Messages that are due and that no other node is sending; locked until the end of the transaction. */
    List<Message> take(Instant now, int limit);

    void sent(long id, Instant at);

    void again(long id, Instant nextAt, String error);

    void failed(long id, String error);

    /** Seconds that the oldest unsent message has been due; 0 when none is. */
    long oldestDueSeconds(Instant now);

    int stuck();
}
