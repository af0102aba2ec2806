package vn.lienthong.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Caller;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Post;
import vn.lienthong.command.InHand;

/** Makes the entry of each transaction: one, however much it did. */
@Component
class Recording {

    private final InHand<Draft> inHand = new InHand<>(Draft::new);
    private final Log log;
    private final CurrentCaller caller;
    private final Clock clock;

    Recording(Log log, CurrentCaller caller, Clock clock) {
        this.log = log;
        this.caller = caller;
        this.clock = clock;
    }

    Draft inHand() {
        return inHand.get();
    }

    /** Called when everything else of the transaction is written: only now somebody may have to wait for the chain. */
    void write() {
        Optional<Draft> draft = inHand.find();
        Optional<Request> request = Request.current().filter(Request::changes);
        if (draft.isPresent() || request.isPresent()) {
            log.append(entry(draft.orElseGet(Draft::new), request));
        }
    }

    private Entry entry(Draft draft, Optional<Request> request) {
        Optional<Caller> who = caller.find();
        Optional<Post> post = who.flatMap(c -> c.posts().stream().findFirst());
        Happening first = draft.first;
        return new Entry(
                draft.command,
                clock.instant(),
                who.map(Caller::username).orElse(first == null ? null : first.actor()),
                post.map(Post::onBehalfOf).orElse(first == null ? null : first.onBehalfOf()),
                post.map(Post::unit).orElseGet(() -> draft.unit == null ? Entry.OUTSIDE : draft.unit),
                request.map(Request::act).orElse(draft.act),
                request.map(Request::about).orElse(draft.about),
                List.copyOf(draft.dossiers),
                draft.lines,
                draft.lines.isEmpty() ? null : draft.fingerprint.take());
    }

    Entry look(Request request, Set<String> dossiers) {
        Optional<Caller> who = caller.find();
        Optional<Post> post = who.flatMap(c -> c.posts().stream().findFirst());
        Instant now = clock.instant();
        return new Entry(
                UUID.randomUUID(),
                now,
                who.map(Caller::username).orElse(null),
                post.map(Post::onBehalfOf).orElse(null),
                post.map(Post::unit).orElse(Entry.OUTSIDE),
                Entry.LOOK,
                Map.of("address", request.act()),
                List.copyOf(dossiers),
                List.of(),
                null);
    }

    /** What is known of the transaction so far. */
    static final class Draft implements InHand.Pending {

        private final UUID command = UUID.randomUUID();
        private final Fingerprint fingerprint = new Fingerprint();
        private final Set<String> dossiers = new LinkedHashSet<>();
        private final List<String> lines = new ArrayList<>();
        private @Nullable Happening first;
        private @Nullable String unit;
        private String act = Entry.BY_ITSELF;
        private Map<String, String> about = Map.of();

        void is(String what, Map<String, String> whom, String keeper) {
            act = what;
            about = whom;
            unit = keeper;
        }

        UUID add(Happening line, String keeper) {
            if (first == null) {
                first = line;
                unit = keeper;
            }
            fingerprint.add(line);
            dossiers.add(line.dossier());
            lines.add(line.what());
            return command;
        }

        /** Not here: what others write just before the commit may add to it. See {@link AtCommit}. */
        @Override
        public void write() {}
    }
}
