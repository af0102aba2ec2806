package vn.lienthong.interconnection.outbox;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes what was delivered long ago: its content is the destination's by now. */
@Component("outboxForgetting")
class Forgetting {

    private static final Logger log = LoggerFactory.getLogger(Forgetting.class);

    private final OutboxMapper messages;
    private final OutboxSettings settings;
    private final Clock clock;

    Forgetting(OutboxMapper messages, OutboxSettings settings, Clock clock) {
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "P1D")
    public void forget() {
        int forgotten = messages.forget(clock.instant().minus(settings.keep()));
        if (forgotten > 0) {
            log.info("forgot {} messages that were delivered long ago", forgotten);
        }
    }
}
