package vn.lienthong.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;
import vn.lienthong.workflow.EngineClock;

/**
 * The lists of the worklist page. Rights are part of each query: it reads nothing but the stretches of the indexes that
 * belong to the caller's posts, and for who supervises those of the dossiers that were received there.
 */
@Mapper
interface QueueView {

    List<Line> page(Request request);

    /** How many lines the whole list has, counted no further than the limit. */
    int count(Request request);

    Counts counts(Request request);

    /**
     * Absences and delegations of this moment, as far as they decide what lies in the caller's hands.
     *
     * @param principals usernames of those whose place the caller takes
     * @param forThem the same with the post, as {@code officer unit duty}
     * @param forMe who takes the caller's place, likewise
     */
    record Stand(String[] principals, String[] forThem, String[] forMe) {

        static final Stand NONE = new Stand(new String[0], new String[0], new String[0]);
    }

    /**
     * @param filter what the caller asked for
     * @param officer the caller
     * @param stand who acts for whom
     * @param units with {@code duties} and {@code soon}: one entry per post, in parallel
     * @param soon until when (exclusive, ISO) a step of this post is due soon
     * @param homes units whose dossiers the caller watches wherever they are worked on, with {@code homesSoon} in parallel
     * @param limit lines wanted, of each post and in all
     */
    record Request(
            Filter filter,
            String officer,
            Stand stand,
            String[] units,
            String[] duties,
            String[] soon,
            String[] homes,
            String[] homesSoon,
            Instant now,
            @Nullable Cursor after,
            int limit) {

        private static final int FEW = 8;

        public Queue queue() {
            return filter.queue();
        }

        public Order order() {
            return filter.order();
        }

        /** Whether each post may have a place of its own in the statement; nobody at a desk has more of them. */
        public boolean fewPosts() {
            return homes.length == 0 && units.length > 0 && units.length <= FEW;
        }

        /** Whether less than a whole queue is wanted. */
        public boolean narrowed() {
            return after != null || filter.narrows();
        }

        public List<Place> places() {
            return IntStream.range(0, units.length)
                    .mapToObj(i -> new Place(units[i], duties[i], soon[i]))
                    .toList();
        }

        public List<String> patterns() {
            return filter.patterns();
        }

        /** Until when (exclusive) something is late, due today, or due this week. */
        public @Nullable Instant dueUntil() {
            return filter.due() == null ? null : filter.due().until(now);
        }

        public @Nullable Instant dueFrom() {
            return filter.due() == null ? null : filter.due().from(now);
        }

        public LocalDate today() {
            return LocalDate.ofInstant(now, EngineClock.ZONE);
        }

        /** What {@code units} and {@code duties} say, for a condition that is no join. */
        public String[] posts() {
            String[] posts = new String[units.length];
            Arrays.setAll(posts, i -> units[i] + " " + duties[i]);
            return posts;
        }
    }

    /** A post of the caller's. */
    record Place(String unit, String duty, String soon) {}
}
