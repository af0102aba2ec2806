package vn.lienthong.citizen;

import java.time.Instant;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

@Mapper
interface DelayMapper {

    /** Keeps what was promised before the first delay. */
    void delayed(String dossier, Instant promisedBefore, Instant at);

    @Nullable Instant promisedBefore(String dossier);
}
