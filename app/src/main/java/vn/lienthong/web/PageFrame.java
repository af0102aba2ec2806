package vn.lienthong.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.lienthong.agency.Caller;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Officer;
import vn.lienthong.agency.Organisation;
import vn.lienthong.agency.Post;

/** Gives every page its header: who looks at it and where this person may go. Nothing for citizens. */
@ControllerAdvice(annotations = Controller.class)
class PageFrame {

    private final CurrentCaller callers;
    private final Organisation organisation;

    PageFrame(CurrentCaller callers, Organisation organisation) {
        this.callers = callers;
        this.organisation = organisation;
    }

    @ModelAttribute("viewer")
    @Nullable Viewer viewer(HttpServletRequest request, Locale locale) {
        if (request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            return null;
        }
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return callers.find()
                .map(caller -> new Viewer(
                        caller.fullName(),
                        caller.posts().stream().map(post -> line(post, locale)).toList(),
                        Places.of(caller).stream()
                                .map(place -> new Viewer.Place(place.href(), place.textKey(), place.holds(path)))
                                .toList()))
                .orElse(null);
    }

    private Viewer.PostLine line(Post post, Locale locale) {
        String principal = post.onBehalfOf() == null
                ? null
                : organisation.officer(post.onBehalfOf()).map(Officer::fullName).orElse(post.onBehalfOf());
        return new Viewer.PostLine(
                post.duty().key(), organisation.unit(post.unit()).name(locale), principal);
    }

    static String start(Caller caller) {
        return Places.of(caller).stream().findFirst().map(Places::href).orElse("/dossiers");
    }
}
