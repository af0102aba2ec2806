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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.command.OwnerOnly;

/** Puts a backup back where nothing is: the tables in one transaction, so that there is all of it or nothing. */
@Component
public class Restoring {

    private final Catalog catalog;
    private final DataSource database;
    private final TransactionTemplate allOrNothing;

    Restoring(Catalog catalog, DataSource database, PlatformTransactionManager transactions) {
        this.catalog = catalog;
        this.database = database;
        this.allOrNothing = new TransactionTemplate(transactions);
    }

    /** @throws BackupRefused when there is anything in the database, or the backup is of tables that this product does not know */
    public void tables(Archive archive) throws IOException {
        if (!catalog.tables().isEmpty()) {
            throw new BackupRefused("database-not-empty");
        }
        Manifest manifest = archive.manifest();
        var tables = new Tables(database);
        boolean done = false;
        try {
            tables.create(manifest.migrations());
            allOrNothing.executeWithoutResult(status -> fill(archive));
            tables.upgrade();
            done = true;
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        } finally {
            if (!done) {
                tables.remove();
            }
        }
    }

    private void fill(Archive archive) {
        Connection connection = DataSourceUtils.getConnection(database);
        try (Statement statement = connection.createStatement()) {
            sameColumns(archive.manifest());
            List<Catalog.Reference> references = catalog.references();
            List<String> triggered = catalog.triggered();
            // Tables refer to each other in circles, and what a migration wrote is in the backup as it has become
            // since.
            for (Catalog.Reference each : references) {
                statement.execute("alter table " + each.table() + " drop constraint " + each.name());
            }
            for (String table : triggered) {
                statement.execute("alter table " + table + " disable trigger user");
            }
            CopyManager copying = connection.unwrap(PGConnection.class).getCopyAPI();
            for (Manifest.Table table : archive.manifest().tables()) {
                statement.execute("truncate " + table.qualified());
                fill(archive, table, copying);
            }
            for (Map.Entry<String, Long> each : archive.manifest().sequences().entrySet()) {
                statement.execute("select setval('" + each.getKey().replace("'", "''") + "', " + each.getValue() + ")");
            }
            for (String table : triggered) {
                statement.execute("alter table " + table + " enable trigger user");
            }
            for (Catalog.Reference each : references) {
                statement.execute(
                        "alter table " + each.table() + " add constraint " + each.name() + " " + each.definition());
            }
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }

    private void sameColumns(Manifest manifest) throws BackupRefused {
        Map<String, List<String>> here = catalog.tables().stream()
                .collect(Collectors.toMap(table -> table.schema() + "." + table.name(), Catalog.Table::columns));
        for (Manifest.Table table : manifest.tables()) {
            if (!table.columns().equals(here.get(table.schema() + "." + table.name()))) {
                throw new BackupRefused("different", table.schema() + "." + table.name());
            }
        }
    }

    private static void fill(Archive archive, Manifest.Table table, CopyManager copying)
            throws IOException, SQLException {
        try (InputStream rows = archive.read(table.entry())) {
            long filled =
                    copying.copyIn("copy " + table.qualified() + " (" + table.columnList() + ") from stdin", rows);
            if (filled != table.rows()) {
                throw new BackupRefused("rows", table.qualified(), table.rows(), filled);
            }
        }
    }

    /**
     * Keys come back below the data folder; those that lay elsewhere are put aside there for somebody to carry them home.
     *
     * @return the latter, as {@code where it is now <- where it was}
     */
    public static List<String> files(Archive archive, Path home) throws IOException {
        List<String> elsewhere = new ArrayList<>();
        for (Manifest.KeyFile file : archive.manifest().files()) {
            boolean below = !Path.of(file.place()).isAbsolute();
            Path place = below
                    ? home.resolve(file.place()).normalize()
                    : home.resolve("restored").resolve(Path.of("/").relativize(Path.of(file.place())));
            if (!place.startsWith(home)) {
                throw new BackupRefused("damaged", file.place(), file.entry());
            }
            for (Path folder = place.getParent(); folder != null && !folder.equals(home); folder = folder.getParent()) {
                if (!Files.exists(folder)) {
                    Files.createDirectories(folder);
                    OwnerOnly.restrict(folder);
                }
            }
            try (InputStream in = archive.read(file.entry())) {
                OwnerOnly.write(place, in.readAllBytes());
            }
            if (!below) {
                elsewhere.add(place + " <- " + file.place());
            }
        }
        return elsewhere;
    }
}
