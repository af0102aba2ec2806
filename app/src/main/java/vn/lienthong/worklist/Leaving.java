package vn.lienthong.worklist;

import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.Duty;
import vn.lienthong.agency.Organisation;
import vn.lienthong.agency.Post;

/** What an officer would leave behind: looked at before somebody else is asked to do it. Whoever calls answers for rights. */
@Component
@Transactional(readOnly = true)
public class Leaving {

    private static final int SHOWN = 10;

    private final LineMapper lines;
    private final Describing describing;
    private final Organisation organisation;
    private final Clock clock;

    Leaving(LineMapper lines, Describing describing, Organisation organisation, Clock clock) {
        this.lines = lines;
        this.describing = describing;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** @param first the most urgent of them */
    public record Pile(String unit, String unitName, Duty duty, int open, int late, List<Item> first) {}

    /** What lies in the officer's hands now, one pile a post, in the order of the posts. */
    public List<Pile> piles(String officer, List<Post> posts, Locale locale) {
        Instant now = clock.instant();
        Map<Post, List<Line>> byPost =
                lines.inHandsOf(officer).stream().collect(groupingBy(line -> new Post(line.unit(), line.duty(), null)));
        return posts.stream()
                .map(post -> {
                    List<Line> found = byPost.getOrDefault(post, List.of());
                    return new Pile(
                            post.unit(),
                            organisation.unit(post.unit()).name(locale),
                            post.duty(),
                            found.size(),
                            (int) found.stream()
                                    .filter(line ->
                                            line.dueAt() != null && line.dueAt().isBefore(now))
                                    .count(),
                            describing.all(found.stream().limit(SHOWN).toList(), now, locale));
                })
                .toList();
    }
}
