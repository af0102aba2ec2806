package vn.lienthong.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page {@code success}: what was done and what happens next.
 *
 * @param number the number to remember, or null
 * @param next what happens now, without the reader
 * @param links where to go, the usual way first
 */
public record Success(String title, @Nullable String number, String next, List<Link> links) {

    public Success {
        links = List.copyOf(links);
    }

    /** Words and an address. */
    public record Link(String text, String href) {}
}
