package vn.lienthong.operations.readiness;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * When a node takes work.
 *
 * @param farewell how long a node that was told to stop still serves while it says that it is not ready; longer than the proxy needs
 *     to notice. Nothing by default: whoever tries the product on one machine should not wait.
 * @param leastRoom free space on the disk of the data folder below which nothing is accepted any more, as long as the database lies
 *     there. PostgreSQL needs some of it to write down what was accepted, and falls when it finds none.
 */
@ConfigurationProperties("lienthong.readiness")
record ReadinessSettings(
        @DefaultValue("0s") Duration farewell,
        @DefaultValue("128MB") DataSize leastRoom) {}
