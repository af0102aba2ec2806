package vn.lienthong.deadline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.agency.Calendars;
import vn.lienthong.deadline.CalendarChange.State;
import vn.lienthong.deadline.CalendarChangeMapper.ChangeRow;

/**
 * Works off changes of calendars: what would move, and after the second person's word, that it moves. Some dozen dossiers
 * at a time, each time in a transaction of its own, by all nodes together; what an officer has in hand is left for later.
 * A node that dies leaves what it had not committed to the others.
 */
@Component
@Order(2)
class FollowingCalendars implements Chore {

    private static final Logger log = LoggerFactory.getLogger(FollowingCalendars.class);

    /** Longer than any node trusts the calendar that it remembers. */
    private static final Duration UNTIL_EVERY_NODE_KNOWS = Duration.ofSeconds(5);

    private static final int LOOKED_AT = 200;

    private final CalendarChangeMapper mapper;
    private final ClockMapper clocks;
    private final ChangingCalendars changing;
    private final Recomputing recomputing;
    private final Calendars calendars;
    private final TransactionTemplate transaction;
    private final DeadlineSettings settings;
    private final Clock clock;

    FollowingCalendars(
            CalendarChangeMapper mapper,
            ClockMapper clocks,
            ChangingCalendars changing,
            Recomputing recomputing,
            Calendars calendars,
            TransactionTemplate transaction,
            DeadlineSettings settings,
            Clock clock) {
        this.mapper = mapper;
        this.clocks = clocks;
        this.changing = changing;
        this.recomputing = recomputing;
        this.calendars = calendars;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public boolean doSome() {
        for (var change : mapper.working()) {
            var did = switch (change.state()) {
                case PREVIEWING -> preview(change);
                case APPROVED -> begin(change);
                case APPLYING -> apply(change);
                default -> false;
            };
            if (did) {
                return true;
            }
        }
        return false;
    }

    private boolean preview(ChangeRow change) {
        var looked = count(() -> {
            var roots = mapper.unseen(change.id(), LOOKED_AT);
            if (roots.isEmpty()) {
                return 0;
            }
            var foreseen = calendars.foreseen(change.calendar(), changing.days(change));
            var outcomes = recomputing.foresee(roots, key -> foreseen.getOrDefault(key, calendars.of(key)));
            mapper.foreseen(change.id(), outcomes);
            return roots.size();
        });
        if (looked == 0 && !mapper.hasUnseen(change.id())) {
            return mapper.move(change.id(), State.PREVIEWING, State.PROPOSED, null) > 0;
        }
        return looked > 0;
    }

    /** Takes in what was received since the preview; whoever was received with the old days has it corrected too. */
    private boolean begin(ChangeRow change) {
        Instant decidedAt = change.decidedAt();
        if (decidedAt == null || decidedAt.plus(UNTIL_EVERY_NODE_KNOWS).isAfter(clock.instant())) {
            return false;
        }
        return count(() -> {
                    mapper.collect(change.id(), calendars.governedBy(change.calendar()));
                    return mapper.move(change.id(), State.APPROVED, State.APPLYING, null);
                })
                > 0;
    }

    private boolean apply(ChangeRow change) {
        int done;
        try {
            done = count(() -> follow(change, mapper.undone(change.id(), settings.batch())));
        } catch (RuntimeException e) {
            log.warn(
                    "calendar change {}: one dossier at a time: {}",
                    change.id(),
                    e.getClass().getSimpleName());
            done = oneByOne(change);
        }
        if (done == 0 && !mapper.hasUndone(change.id())) {
            var ended = mapper.move(change.id(), State.APPLYING, State.DONE, clock.instant()) > 0;
            if (ended) {
                log.info("calendar change {} done", change.id());
            }
            return ended;
        }
        return done > 0;
    }

    private int follow(ChangeRow change, List<String> roots) {
        if (roots.isEmpty()) {
            return 0;
        }
        clocks.yieldToOfficers();
        var cause = new Stopwatch.Cause(change.proposedBy(), null, "calendar", null, change.document());
        var outcomes = recomputing.follow(roots, clock.instant(), cause, change.decidedBy());
        if (!outcomes.isEmpty()) {
            mapper.done(change.id(), outcomes, clock.instant());
        }
        return outcomes.size();
    }

    private int oneByOne(ChangeRow change) {
        var roots = transaction.execute(tx -> mapper.undone(change.id(), settings.batch()));
        var done = 0;
        for (var root : roots == null ? List.<String>of() : roots) {
            try {
                done += count(() -> follow(change, List.of(root)));
            } catch (TransientDataAccessException busy) {
                log.debug("calendar change {}: {} is in somebody's hands", change.id(), root);
            } catch (RuntimeException e) {
                log.error("calendar change {}: {} cannot follow", change.id(), root, e);
                transaction.executeWithoutResult(tx -> mapper.failed(change.id(), root));
                done++;
            }
        }
        return done;
    }

    private int count(IntSupplier work) {
        Integer count = transaction.execute(tx -> work.getAsInt());
        return count == null ? 0 : count;
    }
}
