package vn.lienthong.citizen;

import java.time.Instant;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

@Mapper
interface RatingMapper {

    @Nullable Integer score(String dossier);

    /** @return 0 when the dossier was rated before */
    int rate(
            String dossier,
            String procedure,
            String unit,
            String channel,
            int score,
            @Nullable String comment,
            Instant ratedAt);
}
