package vn.lienthong.operations;

import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import vn.lienthong.operations.StartRefused.Reason;

/** Whether a database has what this version's commands read. A later one has more, which does not matter (ADR 27). */
final class DatabaseVersion {

    private DatabaseVersion() {}

    /** @throws StartRefused when something is missing */
    static void check(DataSource database) {
        List<String> missing = Stream.of(Flyway.configure()
                        .dataSource(database)
                        .locations("classpath:db/migration")
                        .outOfOrder(true)
                        .load()
                        .info()
                        .pending())
                .map(MigrationInfo::getScript)
                .toList();
        if (!missing.isEmpty()) {
            throw new StartRefused(
                    List.of(Reason.of("database-older", missing.size(), missing.get(missing.size() - 1))));
        }
    }
}
