package vn.lienthong.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The page {@code confirm}: asked before what cannot be undone.
 *
 * @param consequence what will happen, in one or two sentences
 * @param action address that the form is sent to
 * @param fields what the form carries along
 * @param reasonAsked whether a reason must be written; sent as {@code reason}
 * @param reason what was written before, when the page is shown again with problems
 * @param grave whether the button warns
 * @param back where to go instead
 */
public record Confirmation(
        String title,
        String consequence,
        String action,
        Map<String, String> fields,
        boolean reasonAsked,
        @Nullable String reason,
        boolean grave,
        String button,
        String back) {

    public Confirmation {
        fields = Map.copyOf(fields);
    }
}
