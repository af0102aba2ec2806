package vn.lienthong.dossier;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

@Mapper
interface ExternalNumberMapper {

    /** @return 0 when it is there already */
    int insert(String dossier, String system, String number, Instant at);

    List<ExternalNumbers.ExternalNumber> of(String dossier);

    /** @param system null for any */
    List<String> find(@Nullable String system, String number);
}
