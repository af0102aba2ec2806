package vn.lienthong.dossier.retention;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;

/** Dossiers that are kept because somebody said so. */
@Mapper
interface HoldMapper {

    /** @return 0 when there is an open one for this cause already */
    int place(String dossier, String because, String reason, String by, Instant at);

    /** @return 0 when there is none */
    int lift(String dossier, String because, String by, Instant at, String reason);

    List<Holds.Hold> open(String dossier);
}
