package vn.lienthong.operations.readiness;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;
import vn.lienthong.operations.monitoring.Recently;

/**
 * Whether the database has every table that this version of the product knows of. A node migrates before it starts; that it lacks
 * something afterwards means that somebody put an older database under it. More than this version knows is fine: a later
 * version works beside it.
 */
@Component("schemaHealthIndicator")
class SchemaHealth extends AbstractHealthIndicator {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(30);

    private final Recently<List<String>> pending;

    SchemaHealth(Flyway flyway) {
        super("The migrations cannot be asked about");
        this.pending = new Recently<>(
                LOOK_EVERY,
                () -> Stream.of(flyway.info().pending())
                        .map(MigrationInfo::getScript)
                        .toList());
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        List<String> missing = pending.get();
        builder.status(missing.isEmpty() ? "UP" : "DOWN").withDetail("pendingMigrations", missing);
    }
}
