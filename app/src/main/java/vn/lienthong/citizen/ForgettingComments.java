package vn.lienthong.citizen;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienthong.dossier.ContentDestroyed;

/** Forgets what a citizen wrote about a dossier that is not kept any more; how content they were stays. */
@Component
class ForgettingComments {

    private final ForgettingCommentsMapper mapper;

    ForgettingComments(ForgettingCommentsMapper mapper) {
        this.mapper = mapper;
    }

    @EventListener
    void on(ContentDestroyed event) {
        mapper.comments(event.numbers());
    }
}
