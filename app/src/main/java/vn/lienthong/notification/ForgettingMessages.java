package vn.lienthong.notification;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienthong.dossier.ContentDestroyed;

/** Forgets what was written to the applicant of a dossier that is not kept any more, and what officers were told of it. */
@Component
class ForgettingMessages {

    private final ForgettingMessagesMapper mapper;

    ForgettingMessages(ForgettingMessagesMapper mapper) {
        this.mapper = mapper;
    }

    @EventListener
    void on(ContentDestroyed event) {
        mapper.messages(event.numbers());
        mapper.notices(event.numbers());
    }
}
