package vn.lienthong.citizen;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;
import vn.lienthong.command.Refused;
import vn.lienthong.dossier.DossierState;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.procedure.Content;

/**
 * Says how it went, once, in five steps, after the result was returned: never before, so that nobody can make it a
 * condition. Only the holder of the receipt can, so no officer does it for a citizen.
 */
@Component
class Rating {

    private static final Logger log = LoggerFactory.getLogger(Rating.class);

    static final int WORST = 1;
    static final int BEST = 5;
    static final int LONGEST_COMMENT = 1000;

    private final Tracking tracking;
    private final RatingMapper ratings;
    private final Clock clock;

    Rating(Tracking tracking, RatingMapper ratings, Clock clock) {
        this.tracking = tracking;
        this.ratings = ratings;
        this.clock = clock;
    }

    static boolean isPossible(DossierState state) {
        return state == DossierState.RETURNED;
    }

    /**
     * One statement and no transaction around it: a wrong secret stays counted.
     *
     * @throws Refused when there is no result yet, or it was rated before
     */
    void rate(String number, String secret, String address, @Nullable Integer score, @Nullable String comment) {
        Dossiers.Summary dossier = tracking.open(number, secret, address);
        InvalidInput.ifAny(faults(score, comment));
        if (!isPossible(dossier.state())) {
            throw new Refused(
                    "not-to-be-rated-yet", Map.of("state", dossier.state().key()));
        }
        int rated = ratings.rate(
                dossier.number().value(),
                dossier.process().procedure(),
                dossier.unit(),
                dossier.channel().name(),
                score == null ? WORST : score,
                comment == null || comment.isBlank() ? null : Content.normalised(comment),
                clock.instant());
        if (rated == 0) {
            throw new Refused("rated-before", Map.of());
        }
        log.info("rated {}", dossier.number());
    }

    private static List<Problem> faults(@Nullable Integer score, @Nullable String comment) {
        List<Problem> faults = new ArrayList<>();
        if (score == null) {
            faults.add(Problem.of("score", "required"));
        } else if (score < WORST || score > BEST) {
            faults.add(Problem.of("score", "score-out-of-range", WORST, BEST));
        }
        if (comment != null && comment.length() > LONGEST_COMMENT) {
            faults.add(Problem.of("comment", "too-long", LONGEST_COMMENT));
        }
        return faults;
    }
}
