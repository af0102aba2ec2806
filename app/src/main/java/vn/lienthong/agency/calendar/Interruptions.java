package vn.lienthong.agency.calendar;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pauses of one count: in order, none overlapping another, none before the start; each is taken out once. */
final class Interruptions {

    /** A pause that has ended. */
    record Interruption(Instant from, Instant to) {}

    private final Deque<Interruption> ahead = new ArrayDeque<>();
    private final @Nullable Instant standingSince;

    Interruptions(Instant start, List<Pause> pauses) {
        var sorted = new ArrayList<>(pauses);
        sorted.sort(Comparator.comparing(Pause::from));
        Instant standing = null;
        for (var pause : sorted) {
            var from = pause.from().isBefore(start) ? start : pause.from();
            if (pause.to() == null) {
                standing = standing == null || from.isBefore(standing) ? from : standing;
            } else if (pause.to().isAfter(from)) {
                add(from, pause.to());
            }
        }
        this.standingSince = standing;
    }

    /** Takes the next pause out if it begins before this moment. */
    @Nullable Interruption nextBefore(Instant moment) {
        var next = ahead.peekFirst();
        return next != null && next.from().isBefore(moment) ? ahead.pollFirst() : null;
    }

    /** Since when the clock stands still, if that began before this moment. */
    Optional<Instant> standingBefore(Instant moment) {
        return Optional.ofNullable(standingSince).filter(since -> since.isBefore(moment));
    }

    private void add(Instant from, Instant to) {
        var last = ahead.peekLast();
        if (last != null && !from.isAfter(last.to())) {
            ahead.pollLast();
            ahead.addLast(new Interruption(last.from(), to.isAfter(last.to()) ? to : last.to()));
        } else {
            ahead.addLast(new Interruption(from, to));
        }
    }
}
