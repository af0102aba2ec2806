package vn.lienthong.operations.readiness;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.lienthong.command.NoRoom;
import vn.lienthong.operations.Installation;

/**
 * Room on the disk of the data folder, where the database lies that came with the product. When it runs out, nothing is accepted
 * any more, while there is still enough for PostgreSQL to keep what was accepted: reading goes on, and so does everything when
 * somebody has made room.
 */
@Component("roomHealthIndicator")
@Order(Ordered.HIGHEST_PRECEDENCE + 110)
class Room extends OncePerRequestFilter implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(Room.class);

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final Path folder;
    private final long least;
    private volatile boolean wasEnough = true;

    Room(Installation installation, ReadinessSettings settings, Environment environment, MeterRegistry meters) {
        this.folder = installation.home();
        // An administration's own server has a disk of its own.
        boolean databaseIsHere = !StringUtils.hasText(environment.getProperty("spring.datasource.url"));
        this.least = databaseIsHere ? settings.leastRoom().toBytes() : 0;
        Gauge.builder("lienthong.room", this::free)
                .baseUnit("bytes")
                .description("Free space on the disk of the data folder")
                .register(meters);
        Gauge.builder("lienthong.room.least", () -> least)
                .baseUnit("bytes")
                .description("Free space below which nothing is accepted")
                .register(meters);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!READING.contains(request.getMethod()) && !isEnough()) {
            throw new NoRoom();
        }
        chain.doFilter(request, response);
    }

    @Override
    public Health health() {
        return Health.status(isEnough() ? Status.UP : Status.DOWN)
                .withDetail("freeBytes", free())
                .withDetail("leastBytes", least)
                .build();
    }

    private boolean isEnough() {
        if (least == 0) {
            return true;
        }
        boolean enough = free() >= least;
        if (enough != wasEnough) {
            wasEnough = enough;
            if (enough) {
                LOG.info("there is room again");
            } else {
                LOG.error("less than {} bytes free below {}: nothing is accepted until there is room", least, folder);
            }
        }
        return enough;
    }

    private long free() {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            return 0;
        }
    }
}
