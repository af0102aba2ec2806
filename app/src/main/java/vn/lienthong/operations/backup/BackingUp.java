package vn.lienthong.operations.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes a backup: every table as it was at one moment, whatever officers do meanwhile, and the keys. Papers lie in the
 * database and are never changed, so they are of that moment too.
 */
@Component
public class BackingUp {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'lienthong-'yyyyMMdd-HHmmss'.backup'").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private final Catalog catalog;
    private final DataSource database;
    private final TransactionTemplate atOneMoment;
    private final Clock clock;

    /** @param sha256 of the whole file */
    public record Written(Path file, long bytes, String sha256, Manifest manifest) {}

    BackingUp(Catalog catalog, DataSource database, PlatformTransactionManager transactions, Clock clock) {
        this.catalog = catalog;
        this.database = database;
        this.clock = clock;
        this.atOneMoment = new TransactionTemplate(transactions);
        atOneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        atOneMoment.setReadOnly(true);
    }

    /**
     * @param place a folder, in which the file gets a name that tells the moment, or a file that is not there yet
     * @throws BackupRefused when there is such a file
     */
    public Written write(Path place, KeyFiles keys) throws IOException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Path file = Files.isDirectory(place) ? place.resolve(NAME.format(now)) : place.toAbsolutePath();
        if (Files.exists(file)) {
            throw new BackupRefused("exists", file);
        }
        Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        try (var archive = new ArchiveWriter(file)) {
            Manifest manifest = everything(archive, keys, now);
            archive.add(
                    Archive.MANIFEST,
                    out -> out.write(
                            Archive.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest)));
            String sha256 = archive.finish();
            long bytes = Files.size(file);
            catalog.note(now, file.getFileName().toString(), bytes, manifest.rows(), sha256);
            return new Written(file, bytes, sha256, manifest);
        } catch (FileAlreadyExistsException e) {
            throw new BackupRefused("under-way", e.getFile());
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }

    /** When the last backup was taken; without one, when the installation began. */
    public Optional<Instant> last() {
        return Optional.ofNullable(catalog.last());
    }

    private Manifest everything(ArchiveWriter archive, KeyFiles keys, Instant now) throws IOException {
        List<Manifest.KeyFile> files = new ArrayList<>();
        for (Path file : keys.files()) {
            String entry = "files/" + files.size();
            String sha256 = archive.add(entry, out -> Files.copy(file, out));
            files.add(new Manifest.KeyFile(keys.place(file), entry, sha256));
        }
        return Objects.requireNonNull(atOneMoment.execute(status -> {
            // The first question fixes the moment.
            List<Manifest.Migration> migrations = catalog.migrations();
            List<Manifest.Table> tables =
                    catalog.tables().stream().map(table -> copy(archive, table)).toList();
            return new Manifest(
                    Manifest.FORMAT,
                    now,
                    catalog.server(),
                    migrations,
                    tables,
                    catalog.sequences().stream()
                            .collect(Collectors.toMap(Catalog.Sequence::name, Catalog.Sequence::last)),
                    files);
        }));
    }

    private Manifest.Table copy(ArchiveWriter archive, Catalog.Table table) {
        String entry = "tables/" + table.schema() + "." + table.name();
        var described = new Manifest.Table(table.schema(), table.name(), table.columns(), 0, entry, "");
        var rows = new AtomicLong();
        try {
            String sha256 = archive.add(entry, out -> rows.set(copy(described, out)));
            return new Manifest.Table(table.schema(), table.name(), table.columns(), rows.get(), entry, sha256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long copy(Manifest.Table table, OutputStream out) throws IOException {
        Connection connection = DataSourceUtils.getConnection(database);
        try {
            CopyManager copying = connection.unwrap(PGConnection.class).getCopyAPI();
            return copying.copyOut("copy " + table.qualified() + " (" + table.columnList() + ") to stdout", out);
        } catch (SQLException e) {
            throw new IOException(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }
}
