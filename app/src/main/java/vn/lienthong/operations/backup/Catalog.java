package vn.lienthong.operations.backup;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** What the database says of itself, and what is noted in it about backups. */
@Mapper
interface Catalog {

    /** @param columns those that are written and not computed, in their order */
    record Table(String schema, String name, List<String> columns) {}

    record Sequence(String name, long last) {}

    /** A reference between tables; it stands in the way while they are filled one after the other. */
    record Reference(String table, String name, String definition) {}

    /** Everything but the history of the migrations, which is told apart. */
    List<Table> tables();

    List<Sequence> sequences();

    List<Manifest.Migration> migrations();

    List<Reference> references();

    /** Tables with triggers of ours. */
    List<String> triggered();

    String server();

    void note(
            @Param("takenAt") Instant takenAt,
            @Param("file") String file,
            @Param("bytes") long bytes,
            @Param("rows") long rows,
            @Param("sha256") String sha256);

    /** When the last backup was taken; without one, when the installation began. */
    @Nullable Instant last();

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
