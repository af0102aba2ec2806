package vn.lienthong.demonstration;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.lienthong.dossier.Dossiers;

/**
 * Brings the demonstration's dossiers into a data folder that has none, before anybody can look at it and before anything runs by the
 * clock. {@code lienthong.demonstration.dossiers=false} leaves it empty.
 */
@Component
@Profile("demo")
@ConditionalOnBooleanProperty("lienthong.demonstration.dossiers")
class DemonstrationAtStart implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DemonstrationAtStart.class);

    private final Demonstration demonstration;
    private final Dossiers dossiers;
    private final Clock clock;

    private volatile boolean running;

    DemonstrationAtStart(Demonstration demonstration, Dossiers dossiers, Clock clock) {
        this.demonstration = demonstration;
        this.dossiers = dossiers;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        if (dossiers.areNone()) {
            try {
                demonstration.live(clock.instant());
            } catch (RuntimeException e) {
                // Whoever wants to try the product can do so without them.
                log.warn("the demonstration's dossiers are not all there", e);
            }
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** The first of all. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
