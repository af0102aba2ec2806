package vn.lienthong.dossier;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.command.FreeText;

/**
 * Somebody who oversees a dossier without having a part in it says why they need to see whole what is otherwise shown in part.
 * The reason stands in the dossier's history, and the act in the log.
 */
@Component
public class Revealing {

    private static final Logger log = LoggerFactory.getLogger(Revealing.class);

    private final Access access;
    private final Timeline timeline;

    Revealing(Access access, Timeline timeline) {
        this.access = access;
        this.timeline = timeline;
    }

    /** @throws vn.lienthong.command.NotFound when there is no such dossier or the caller may not know of it */
    @Transactional
    public void reveal(DossierNumber number, String reason) {
        access.check(number);
        FreeText.refuse("reason", reason, true);
        timeline.append(number, "personal-data-revealed", Map.of("reason", reason.strip()));
        log.info("personal data of {} shown to an onlooker", number);
    }
}
