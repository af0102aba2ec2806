package vn.lienthong.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** What desks did not take up. */
@Mapper
interface TurnedAwayMapper {

    /** @param faults under {@code reasons}: what the check found, in words */
    record TurnedAway(
            UUID id,
            Instant at,
            String officer,
            String unit,
            String procedure,
            String edition,
            Map<String, Object> applicant,
            String reason,
            Map<String, Object> faults) {}

    void insert(TurnedAway turnedAway);

    @Nullable TurnedAway find(UUID id, List<String> units);
}
