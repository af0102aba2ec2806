package vn.lienthong.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who looks at a page and where this person may go. */
public record Viewer(String fullName, List<PostLine> posts, List<Place> places) {

    /**
     * A duty of the viewer.
     *
     * @param duty key of the duty
     * @param unit name of the unit in the viewer's language
     * @param onBehalfOf full name of whoever delegated it
     */
    public record PostLine(
            String duty, String unit, @Nullable String onBehalfOf) {}

    /**
     * An entry of the main navigation.
     *
     * @param current whether the page is below it
     */
    public record Place(String href, String textKey, boolean current) {}
}
