package vn.lienthong.operations;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ends this process in order when Maven, which started it, was killed: the next start then finds port and data free. */
@Component
class StoppingWithParent {

    private static final Logger LOG = LoggerFactory.getLogger(StoppingWithParent.class);

    private final Installation installation;

    StoppingWithParent(Installation installation) {
        this.installation = installation;
    }

    @EventListener(ApplicationStartedEvent.class)
    void watch() {
        if (installation.stopWithParent()) {
            ProcessHandle.current()
                    .parent()
                    .ifPresent(parent -> parent.onExit().thenRun(() -> {
                        LOG.warn("The process that started this one has gone, stopping");
                        System.exit(0);
                    }));
        }
    }
}
