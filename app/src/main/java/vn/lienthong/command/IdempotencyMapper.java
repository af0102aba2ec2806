package vn.lienthong.command;

import java.time.Instant;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

@Mapper
interface IdempotencyMapper {

    void forget(String caller, String key, Instant before);

    /** All callers'. */
    int forgetAll(Instant before);

    int claim(String caller, String key, String path, Instant at);

    Idempotency.@Nullable StoredAnswer find(String caller, String key);

    void remember(
            String caller,
            String key,
            int status,
            @Nullable String contentType,
            @Nullable String location,
            String body);
}
