package vn.lienthong.deadline;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How far things went about many steps at once: who was called, whether it was explained, whether the citizen has a letter.
 * Whoever calls answers for who may know of the steps.
 */
@Component
@Transactional(readOnly = true)
public class Standings {

    /**
     * @param escalation the one to open: of those that wait for an answer the highest
     * @param level how high it was carried
     * @param asked whether somebody has been asked to explain and has not
     * @param explained whether somebody has explained
     */
    public record OfStep(long escalation, int level, boolean asked, boolean explained) {}

    /**
     * @param letter the letter of apology; null while a broken promise has none
     * @param state {@code draft}, {@code approved}, {@code signed}, {@code sent}, or {@code none}
     */
    public record OfPromise(@Nullable Long letter, String state) {}

    private final StandingView view;
    private final Clock clock;

    Standings(StandingView view, Clock clock) {
        this.view = view;
        this.clock = clock;
    }

    /** By task; steps about which nobody was called are missing. */
    public Map<String, OfStep> ofSteps(Collection<String> taskIds) {
        return taskIds.isEmpty()
                ? Map.of()
                : view.ofSteps(taskIds.toArray(String[]::new)).stream()
                        .collect(toMap(
                                StandingView.StepRow::clock,
                                row -> new OfStep(row.escalation(), row.level(), row.asked(), row.explained())));
    }

    /** By citizen's dossier; those whose promise holds and about which nobody wrote are missing. */
    public Map<String, OfPromise> ofPromises(Collection<String> dossiers) {
        return dossiers.isEmpty()
                ? Map.of()
                : view.ofPromises(dossiers.toArray(String[]::new), clock.instant()).stream()
                        .collect(toMap(StandingView.PromiseRow::dossier, identity()))
                        .entrySet()
                        .stream()
                        .collect(toMap(Map.Entry::getKey, row -> promise(row.getValue())));
    }

    private static OfPromise promise(StandingView.PromiseRow row) {
        String state = row.state();
        return new OfPromise(row.letter(), state == null ? "none" : state.toLowerCase(Locale.ROOT));
    }
}
