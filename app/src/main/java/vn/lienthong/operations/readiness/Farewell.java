package vn.lienthong.operations.readiness;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A node that was told to stop says so first, and goes on serving until whoever sends people here has noticed. Only then does the
 * server stop to listen, and finish what it holds. Connections that are kept for later requests are given up with the next answer.
 */
@Component
@EnableConfigurationProperties(ReadinessSettings.class)
@Order(Ordered.HIGHEST_PRECEDENCE + 50)
class Farewell extends OncePerRequestFilter implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Farewell.class);

    private final ReadinessSettings settings;
    private volatile boolean running;
    private volatile boolean going;

    Farewell(ReadinessSettings settings) {
        this.settings = settings;
    }

    /** The application says it when it begins to close, before anything is stopped. */
    @EventListener
    void said(AvailabilityChangeEvent<ReadinessState> change) {
        going = change.getState() == ReadinessState.REFUSING_TRAFFIC;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (going) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
        }
        chain.doFilter(request, response);
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        if (!settings.farewell().isZero()) {
            LOG.info("not ready any more, serving for another {}", settings.farewell());
            try {
                Thread.sleep(settings.farewell().toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before everything else, the web server included. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
