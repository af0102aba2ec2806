package vn.lienthong.deadline;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The ladders that agencies have of their own, from memory: every clock that is written asks. A change is seen at once on
 * the node that made it and within two seconds on the others.
 */
@Component
class OwnLadders {

    private static final Duration TRUST = Duration.ofSeconds(2);

    private record Key(String agency, Level level) {}

    private record Held(Map<Key, List<Rung>> ladders, long readAt) {}

    private final LadderMapper mapper;
    private final AtomicReference<@Nullable Held> held = new AtomicReference<>();

    OwnLadders(LadderMapper mapper) {
        this.mapper = mapper;
    }

    /** The agency's own rungs of a level, which may be none at all; null when it climbs the usual ones. */
    @Nullable List<Rung> of(String agency, Level level) {
        var known = held.get();
        if (known == null || System.nanoTime() - known.readAt() > TRUST.toNanos()) {
            known = new Held(read(), System.nanoTime());
            held.set(known);
        }
        return known.ladders().get(new Key(agency, level));
    }

    void forget() {
        held.set(null);
    }

    static String written(Rung rung) {
        return rung.at() + "|" + rung.to().key() + "|" + rung.does();
    }

    static Rung rung(String written, Level level) {
        var parts = written.split("\\|", -1);
        return Rung.of(parts[0], level.name(), parts[1], parts[2]);
    }

    private Map<Key, List<Rung>> read() {
        var ladders = new HashMap<Key, List<Rung>>();
        for (var own : mapper.current()) {
            var rungs = own.rungs();
            if (rungs != null) {
                ladders.put(
                        new Key(own.agency(), own.level()),
                        rungs.stream().map(rung -> rung(rung, own.level())).toList());
            }
        }
        return ladders;
    }
}
