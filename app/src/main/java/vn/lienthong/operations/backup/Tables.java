package vn.lienthong.operations.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.FileSystemUtils;

/**
 * Makes the tables as they were when a backup was taken, by the same migrations; what has been added since follows when they
 * are filled.
 */
final class Tables {

    private static final String FOLDER = "db/migration/";

    private static final Logger LOG = LoggerFactory.getLogger(Tables.class);

    private final DataSource database;

    Tables(DataSource database) {
        this.database = database;
    }

    /** @throws BackupRefused when this product has not all of those migrations, or other ones by the same names */
    void create(List<Manifest.Migration> wanted) throws IOException {
        Path folder = Files.createTempDirectory("lienthong-restore");
        try {
            Map<String, Resource> known = known();
            List<String> unknown = wanted.stream()
                    .map(Manifest.Migration::script)
                    .filter(script -> !known.containsKey(script))
                    .toList();
            if (!unknown.isEmpty()) {
                throw new BackupRefused("newer", String.join(", ", unknown));
            }
            for (Manifest.Migration migration : wanted) {
                Path file = folder.resolve(migration.script());
                Files.createDirectories(file.getParent());
                try (InputStream in =
                        Objects.requireNonNull(known.get(migration.script())).getInputStream()) {
                    Files.copy(in, file);
                }
            }
            Flyway flyway = flyway("filesystem:" + folder);
            List<String> different = different(flyway.info().all(), wanted);
            if (!different.isEmpty()) {
                throw new BackupRefused("different", String.join(", ", different));
            }
            flyway.migrate();
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    /** Leaves an empty database behind, as there was, so that the next try is not refused. */
    void remove() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    do $$ declare space text; begin
                      for space in select nspname from pg_namespace
                                    where nspname !~ '^pg_' and nspname not in ('information_schema', 'public') loop
                        execute format('drop schema %I cascade', space);
                      end loop;
                      drop table if exists public.flyway_schema_history;
                    end $$""");
        } catch (SQLException e) {
            LOG.warn("could not tidy up after a restore that failed: {}", e.getMessage());
        }
    }

    /** What came after the backup. */
    void upgrade() {
        flyway("classpath:" + FOLDER).migrate();
    }

    private Flyway flyway(String location) {
        return Flyway.configure()
                .dataSource(database)
                .locations(location)
                .outOfOrder(true)
                .load();
    }

    private static List<String> different(MigrationInfo[] here, List<Manifest.Migration> wanted) {
        Map<String, Integer> checksums = new HashMap<>();
        Stream.of(here).forEach(each -> checksums.put(each.getScript(), each.getChecksum()));
        return wanted.stream()
                .filter(each -> !Integer.valueOf(each.checksum()).equals(checksums.get(each.script())))
                .map(Manifest.Migration::script)
                .toList();
    }

    private static Map<String, Resource> known() throws IOException {
        try {
            List<Resource> all = new ArrayList<>(List.of(
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + FOLDER + "**/V*.sql")));
            return all.stream().collect(Collectors.toMap(Tables::script, each -> each));
        } catch (UncheckedIOException e) {
            throw new IOException(e);
        }
    }

    private static String script(Resource resource) {
        try {
            String address = resource.getURL().toString();
            return address.substring(address.lastIndexOf(FOLDER) + FOLDER.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
