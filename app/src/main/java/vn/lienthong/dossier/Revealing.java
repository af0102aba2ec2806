package vn.lienthong.dossier;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;

/**
 * Somebody who oversees a dossier without having a part in it says why they need to see whole what is otherwise shown in part.
 * The reason stands in the dossier's history, and the act in the log.
 */
@Component
public class Revealing {

    private static final Logger log = LoggerFactory.getLogger(Revealing.class);

    private static final int LONGEST = 200;

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
        String why = reason.strip();
        if (why.isEmpty()) {
            throw new InvalidInput(Problem.of("reason", "required"));
        }
        if (why.length() > LONGEST) {
            throw new InvalidInput(Problem.of("reason", "too-long", LONGEST));
        }
        timeline.append(number, "personal-data-revealed", Map.of("reason", why));
        log.info("personal data of {} shown to an onlooker", number);
    }
}
