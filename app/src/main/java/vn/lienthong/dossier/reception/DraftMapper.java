package vn.lienthong.dossier.reception;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

@Mapper
interface DraftMapper {

    void insert(Draft draft);

    void update(Draft draft);

    @Nullable Draft find(UUID id, String owner);

    /** Like {@link #find}, and keeps others from changing it until this transaction ends. */
    @Nullable Draft hold(UUID id, String owner);

    List<Draft> of(String owner);

    void delete(UUID id, String owner);

    /** The person's last dossiers among those that the caller may see, the newest first. */
    List<Known> known(String identityNumber, List<String> units, int most);

    /** An earlier dossier of somebody. */
    record Known(
            String number,
            String procedure,
            String edition,
            String unit,
            Instant receivedAt,
            Map<String, Object> content) {}
}
