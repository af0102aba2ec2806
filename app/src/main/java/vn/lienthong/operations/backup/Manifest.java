package vn.lienthong.operations.backup;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a backup holds, and by which hashes one knows that it still does.
 *
 * @param format how the archive is laid out; another one cannot be read
 * @param takenAt the moment of which everything in it is
 * @param migrations by which the tables came to be as they are, in the order of their versions
 * @param sequences last number given out, by qualified name
 */
public record Manifest(
        int format,
        Instant takenAt,
        String server,
        List<Migration> migrations,
        List<Table> tables,
        Map<String, Long> sequences,
        List<KeyFile> files) {

    static final int FORMAT = 1;

    /** @param script below {@code db/migration} */
    record Migration(String version, String script, int checksum) {}

    /** @param entry of the archive, with its hash */
    record Table(String schema, String name, List<String> columns, long rows, String entry, String sha256) {

        String qualified() {
            return Catalog.quoted(schema) + "." + Catalog.quoted(name);
        }

        String columnList() {
            return String.join(", ", columns.stream().map(Catalog::quoted).toList());
        }
    }

    /**
     * @param place where it was; relative: below the data folder
     * @param entry of the archive, with its hash
     */
    record KeyFile(String place, String entry, String sha256) {}

    /** Entries of the archive by their hashes. */
    @JsonIgnore
    Stream<Map.Entry<String, String>> hashes() {
        return Stream.concat(
                tables.stream().map(table -> Map.entry(table.entry(), table.sha256())),
                files.stream().map(file -> Map.entry(file.entry(), file.sha256())));
    }

    @JsonIgnore
    public long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }
}
