package vn.lienthong.deadline;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienthong.dossier.ContentDestroyed;

/** Forgets what was written freely about the dates of a dossier that is not kept any more; the dates themselves stay. */
@Component
class ForgettingDates {

    private final ForgettingDatesMapper mapper;

    ForgettingDates(ForgettingDatesMapper mapper) {
        this.mapper = mapper;
    }

    @EventListener
    void on(ContentDestroyed event) {
        String root = event.root().value();
        mapper.allow(root);
        mapper.entries(root);
        mapper.escalations(root);
        mapper.extensions(event.numbers());
        mapper.apologies(event.numbers());
    }
}
