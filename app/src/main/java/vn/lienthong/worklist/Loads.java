package vn.lienthong.worklist;

import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.Caller;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Duty;
import vn.lienthong.agency.Organisation;

/** Who could take over steps, and how much each of them has in hand: the one with the least comes first. */
@Component
@Transactional(readOnly = true)
public class Loads {

    private final LineMapper lines;
    private final Reach reach;
    private final Describing describing;
    private final Organisation organisation;
    private final CurrentCaller callers;
    private final Clock clock;

    Loads(
            LineMapper lines,
            Reach reach,
            Describing describing,
            Organisation organisation,
            CurrentCaller callers,
            Clock clock) {
        this.lines = lines;
        this.reach = reach;
        this.describing = describing;
        this.organisation = organisation;
        this.callers = callers;
        this.clock = clock;
    }

    /** What an officer has in hand at a post. */
    public record Candidate(String officer, String name, int open, int late) {}

    /** Steps of one post, and who could have them. */
    public record Post(String unit, String unitName, Duty duty, List<Item> items, List<Candidate> candidates) {

        public List<String> taskIds() {
            return items.stream().map(item -> item.line().taskId()).toList();
        }
    }

    /**
     * Steps by the post that does them, with the officers of that post. Steps that are over, that wait, or that the caller
     * may not hand on are left out.
     */
    public List<Post> posts(List<String> taskIds, Locale locale) {
        if (taskIds.isEmpty()) {
            return List.of();
        }
        Caller caller = callers.get();
        Map<Place, List<Line>> byPost = lines.all(taskIds.toArray(String[]::new)).stream()
                .filter(line -> line.state() == Line.State.OPEN && reach.manages(caller, line.unit()))
                .collect(groupingBy(
                        line -> new Place(line.unit(), line.duty()), LinkedHashMap::new, Collectors.toList()));
        List<Post> posts = new ArrayList<>();
        byPost.forEach((place, found) -> posts.add(new Post(
                place.unit(),
                organisation.unit(place.unit()).name(locale),
                place.duty(),
                describing.all(found, clock.instant(), locale),
                candidates(place, found))));
        return posts;
    }

    private List<Candidate> candidates(Place place, List<Line> found) {
        List<String> officers = organisation.officersOf(place.unit(), place.duty(), organisation.today()).stream()
                .filter(officer -> !organisation.isAway(officer, place.unit(), place.duty(), clock.instant()))
                .toList();
        if (officers.isEmpty()) {
            return List.of();
        }
        // Who has all of them already is no help.
        Set<String> holders =
                found.stream().map(line -> String.valueOf(line.assignee())).collect(Collectors.toSet());
        return lines.loads(place.unit(), place.duty(), officers.toArray(String[]::new), clock.instant()).stream()
                .filter(load -> holders.size() != 1 || !holders.contains(load.officer()))
                .map(load ->
                        new Candidate(load.officer(), describing.fullName(load.officer()), load.open(), load.late()))
                .sorted(Comparator.comparingInt(Candidate::open))
                .toList();
    }

    private record Place(String unit, Duty duty) {}
}
