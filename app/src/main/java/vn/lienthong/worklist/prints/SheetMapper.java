package vn.lienthong.worklist.prints;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Papers to print and papers printed. */
@Mapper
interface SheetMapper {

    /** Calls for a paper; one that is there already is left as it is, unless a new file takes its place. */
    void callFor(
            @Param("dossier") String dossier,
            @Param("kind") String kind,
            @Param("code") String code,
            @Param("unit") String unit,
            @Param("applicant") String applicant,
            @Param("procedure") String procedure,
            @Param("edition") String edition,
            @Param("document") @Nullable String document,
            @Param("at") Instant at);

    /** Of these units, the oldest first. */
    List<Sheet> waiting(@Param("units") List<String> units, @Param("limit") int limit);

    /** Of these units, the last printed first. */
    List<Sheet> printed(@Param("units") List<String> units, @Param("limit") int limit);

    int count(@Param("units") List<String> units, @Param("limit") int limit);

    /** Those of these units; whoever else prints one of them now waits. */
    List<Sheet> take(@Param("ids") List<Long> ids, @Param("units") List<String> units);

    List<Sheet> reread(@Param("ids") List<Long> ids);

    int mark(
            @Param("ids") List<Long> ids, @Param("by") String by, @Param("at") Instant at, @Param("copies") int copies);
}
