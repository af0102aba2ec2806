package vn.lienthong.worklist.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import vn.lienthong.worklist.Filter;

/** Where a list is found, and how pages that were opened from it remember which one it was. */
final class ListAddress {

    /** Parameter in which a step's page carries the query of the list it was opened from. */
    static final String CARRIED = "list";

    private ListAddress() {}

    static String of(Filter filter) {
        return of(filter, null);
    }

    static String of(Filter filter, @Nullable String after) {
        String address = "/worklist?" + filter.query();
        return after == null ? address : address + "&after=" + after;
    }

    /** The page of a step that goes on in the list afterwards. */
    static String ofStep(String taskId, String list) {
        String address = "/tasks/" + taskId;
        return list.isEmpty() ? address : address + "?" + CARRIED + "=" + UriUtils.encode(list, UTF_8);
    }

    /** A page of this application, never an address somebody else made up. */
    static String within(String back, String otherwise) {
        boolean ours = back.startsWith("/worklist") || back.startsWith("/tasks/") || back.startsWith("/board");
        // A line break would begin another header, which the server refuses to write.
        return ours && back.chars().noneMatch(Character::isISOControl) ? back : otherwise;
    }
}
