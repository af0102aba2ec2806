package vn.lienthong.worklist;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.Caller;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Officer;
import vn.lienthong.agency.Organisation;

/** Who could take over a step that is late: another officer of the same post, the one with the least work in hand. */
@Component
public class Suggesting {

    /** @param from full name of who has it now; empty when nobody has */
    public record Suggestion(String taskId, String officer, String name, String from) {}

    private final LineMapper lines;
    private final Reach reach;
    private final Organisation organisation;
    private final CurrentCaller caller;
    private final Clock clock;

    Suggesting(LineMapper lines, Reach reach, Organisation organisation, CurrentCaller caller, Clock clock) {
        this.lines = lines;
        this.reach = reach;
        this.organisation = organisation;
        this.caller = caller;
        this.clock = clock;
    }

    /** Empty when nobody else holds the post, the step is over, or the caller may not hand it over. */
    @Transactional(readOnly = true)
    public Optional<Suggestion> of(String taskId) {
        Line line = lines.find(taskId);
        Caller officer = caller.get();
        if (line == null || line.state() != Line.State.OPEN || !reach.manages(officer, line.unit())) {
            return Optional.empty();
        }
        var others = organisation.officersOf(line.unit(), line.duty(), organisation.today()).stream()
                .filter(other -> !other.equals(line.assignee()))
                .filter(other -> !organisation.isAway(other, line.unit(), line.duty(), clock.instant()))
                .toList();
        return Optional.ofNullable(others.isEmpty() ? null : lines.leastBusy(line.unit(), line.duty(), others))
                .map(other -> new Suggestion(
                        taskId, other, name(other), line.assignee() == null ? "" : name(line.assignee())));
    }

    private String name(String username) {
        return organisation.officer(username).map(Officer::fullName).orElse(username);
    }
}
