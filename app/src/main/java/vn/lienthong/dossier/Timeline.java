package vn.lienthong.dossier;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.Caller;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Post;
import vn.lienthong.audit.Happening;

/** What happened to a dossier: lines are added in the transaction of what they tell of, and never change. */
@Component
public class Timeline {

    private final OpenFiles files;
    private final DossierMapper mapper;
    private final CurrentCaller caller;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Timeline(
            OpenFiles files,
            DossierMapper mapper,
            CurrentCaller caller,
            ApplicationEventPublisher events,
            Clock clock) {
        this.files = files;
        this.mapper = mapper;
        this.caller = caller;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Adds a line in the name of whoever is asking, or of the system when nobody is.
     *
     * @throws IllegalStateException outside a transaction, as whatever is in hand refuses
     */
    public void append(DossierNumber number, String what, Map<String, Object> details) {
        append(number, actor(), what, details);
    }

    /**
     * @param what kebab-case kind, with the message {@code dossier.event.<what>}
     * @throws IllegalStateException outside a transaction
     */
    public void append(DossierNumber number, Actor actor, String what, Map<String, Object> details) {
        Dossier dossier = files.open(number);
        Instant at = clock.instant();
        files.happened(
                dossier.root(),
                dossier.unit(),
                new Happening(number.value(), at, actor.username(), actor.onBehalfOf(), actor.unit(), what, details));
        events.publishEvent(new TimelineWritten(number, dossier.root(), actor, what, details, at));
    }

    /** The history of a citizen's dossier with all its legs, or of one leg's dossier alone; newest first. */
    List<Happening> of(DossierNumber number, DossierNumber root, boolean alone) {
        files.write();
        return mapper.events(root.value(), alone ? number.value() : null);
    }

    /** The reason that somebody who decided on this dossier gave last. */
    @Transactional(readOnly = true)
    public Optional<String> lastReason(DossierNumber number) {
        files.write();
        return mapper.events(number.value(), null).stream()
                .filter(event ->
                        event.what().equals("step-completed") && event.details().containsKey("note"))
                .findFirst()
                .map(event -> String.valueOf(event.details().get("note")));
    }

    /**
     * How often something happened, by the number of the dossier it happened to; a citizen's dossier counts what happened
     * to its legs too. What never happened is left out.
     */
    @Transactional(readOnly = true)
    public Map<String, Integer> count(String what, List<String> roots) {
        Map<String, Integer> times = new HashMap<>();
        for (Happened happened : mapper.happened(what, roots)) {
            times.merge(happened.root(), happened.times(), Integer::sum);
            if (!happened.dossier().equals(happened.root())) {
                times.merge(happened.dossier(), happened.times(), Integer::sum);
            }
        }
        return times;
    }

    record Happened(String root, String dossier, int times) {}

    Actor actor() {
        Optional<Caller> someone = caller.find();
        return someone.map(c -> {
                    Optional<Post> post = c.posts().stream().findFirst();
                    return new Actor(
                            c.username(),
                            post.map(Post::onBehalfOf).orElse(null),
                            post.map(Post::unit).orElse(null));
                })
                .orElse(Actor.SYSTEM);
    }
}
