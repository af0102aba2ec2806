package vn.lienthong.interconnection.portal;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface PortalMapper {

    /** What the portal knows of a dossier, by its own answers. */
    record Known(
            String dossier,
            String unit,
            String code,
            Instant receivedAt,
            @Nullable String number,
            @Nullable Instant registeredAt,
            @Nullable Integer state,
            @Nullable Instant stateAt,
            @Nullable Instant dueAt,
            int dropped) {}

    /** Does nothing when it is there. */
    void insert(String dossier, String unit, String code, Instant receivedAt);

    @Nullable Known find(@Param("dossier") String dossier);

    List<Known> told(@Param("dossiers") List<String> dossiers);

    List<Known> numbered(@Param("numbers") List<String> numbers);

    void number(String dossier, String number);

    void registered(String dossier, Instant at);

    void state(String dossier, int state, Instant at, @Nullable Instant dueAt);

    void dropped(@Param("dossier") String dossier);

    void file(String sha256, String fileId, Instant at);

    @Nullable String fileId(@Param("sha256") String sha256);
}
