package vn.lienthong.dossier;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Which dossiers were handed in on one visit. */
@Mapper
interface VisitMapper {

    void add(UUID visit, String dossier, Instant at, String by);

    List<String> dossiers(@Param("visit") UUID visit);

    @Nullable String of(String dossier);
}
