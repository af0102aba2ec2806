package vn.lienthong.dossier;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** What was put right. */
@Mapper
interface CorrectionMapper {

    /** Values as JSON; null where nothing was answered. */
    record Row(
            String path,
            @Nullable String was,
            @Nullable String becomes,
            String request,
            @Nullable String proof,
            String correctedBy,
            Instant correctedAt) {}

    void insert(String dossier, List<Row> rows);

    /** The latest first. */
    List<Row> of(String dossier);
}
