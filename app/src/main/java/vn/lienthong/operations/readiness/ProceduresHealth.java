package vn.lienthong.operations.readiness;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;
import vn.lienthong.operations.monitoring.Recently;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Procedure;
import vn.lienthong.workflow.Deployments;

/** Whether the engine has every edition that this version of the product ships; what it has not, nobody could hand in here. */
@Component("proceduresHealthIndicator")
class ProceduresHealth extends AbstractHealthIndicator {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(30);

    private final Recently<List<String>> missing;

    ProceduresHealth(Catalogue catalogue, Deployments deployments) {
        super("The engine cannot be asked what it has");
        this.missing = new Recently<>(LOOK_EVERY, () -> {
            List<String> deployed = deployments.names();
            return catalogue.shipped().stream()
                    .map(Procedure::edition)
                    .map(edition -> edition.ref().toString())
                    .filter(edition -> !deployed.contains(edition))
                    .toList();
        });
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.status(missing.get().isEmpty() ? "UP" : "DOWN").withDetail("missingEditions", missing.get());
    }
}
