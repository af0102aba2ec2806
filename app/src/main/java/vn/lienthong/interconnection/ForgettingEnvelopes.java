package vn.lienthong.interconnection;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienthong.dossier.ContentDestroyed;

/** Forgets what was said to other agencies about a dossier that is not kept any more; that and when it was said stays. */
@Component
class ForgettingEnvelopes {

    private final ForgettingEnvelopesMapper mapper;

    ForgettingEnvelopes(ForgettingEnvelopesMapper mapper) {
        this.mapper = mapper;
    }

    @EventListener
    void on(ContentDestroyed event) {
        mapper.outbox(event.numbers());
        mapper.inbox(event.numbers());
        mapper.handovers(event.numbers());
    }
}
