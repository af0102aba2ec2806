package vn.lienthong.agency;

import java.util.List;
import java.util.Optional;

/**
 * The officer on whose behalf something happens, with the posts that are valid at this moment.
 *
 * @param posts own posts first, then delegated ones
 */
public record Caller(String username, String fullName, List<Post> posts) {

    public Caller {
        posts = List.copyOf(posts);
    }

    public boolean holds(Duty duty) {
        return posts.stream().anyMatch(post -> post.duty() == duty);
    }

    public boolean holds(Duty duty, String unit) {
        return post(duty, unit).isPresent();
    }

    /** The post in which the caller may do this duty at this unit; an own post wins over a delegated one. */
    public Optional<Post> post(Duty duty, String unit) {
        return posts.stream()
                .filter(post -> post.duty() == duty && post.unit().equals(unit))
                .findFirst();
    }

    /** Codes of the units where the caller holds this duty. */
    public List<String> unitsWith(Duty duty) {
        return posts.stream()
                .filter(post -> post.duty() == duty)
                .map(Post::unit)
                .distinct()
                .toList();
    }

    /** Codes of the units where the caller holds any duty. */
    public List<String> units() {
        return posts.stream().map(Post::unit).distinct().toList();
    }
}
