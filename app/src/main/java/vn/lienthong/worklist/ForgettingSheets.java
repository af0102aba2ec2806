package vn.lienthong.worklist;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienthong.dossier.ContentDestroyed;

/** Forgets whose papers were printed; what officers did, without anybody’s name, stays. */
@Component
class ForgettingSheets {

    private final ForgettingSheetsMapper mapper;

    ForgettingSheets(ForgettingSheetsMapper mapper) {
        this.mapper = mapper;
    }

    @EventListener
    void on(ContentDestroyed event) {
        mapper.sheets(event.numbers());
    }
}
