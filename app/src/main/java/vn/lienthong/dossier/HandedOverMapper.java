package vn.lienthong.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** What was handed over to citizens, to whom and when. */
@Mapper
interface HandedOverMapper {

    /**
     * One time that somebody took results.
     *
     * @param collector who, fullName, identityNumber, authorisation; empty by post or electronically
     * @param signature a PNG image; null when the slip was signed with a pen, or by nobody
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
    record Handed(
            String dossier,
            int round,
            Instant at,
            String officer,
            String unit,
            String method,
            Map<String, Object> collector,
            @Nullable String waybill,
            byte @Nullable [] signature,
            boolean signedOnPaper) {}

    /** @param leg whose result it is; null when no part of the dossier names it */
    record Result(
            int round,
            String item,
            String name,
            @Nullable String number,
            String agency,
            @Nullable String leg) {}

    void insert(Handed handed);

    void insertResults(String dossier, List<Result> results);

    List<Handed> of(String dossier);

    List<Result> results(String dossier);
}
