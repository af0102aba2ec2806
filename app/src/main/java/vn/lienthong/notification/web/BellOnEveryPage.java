package vn.lienthong.notification.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.notification.Notices;

/** Gives every officer's page its bell. Nothing for citizens. */
@ControllerAdvice(annotations = Controller.class)
class BellOnEveryPage {

    private final Notices notices;
    private final CurrentCaller callers;

    BellOnEveryPage(Notices notices, CurrentCaller callers) {
        this.notices = notices;
        this.callers = callers;
    }

    @ModelAttribute("bell")
    @Nullable Bell bell(HttpServletRequest request) {
        boolean program = request.getRequestURI().startsWith(request.getContextPath() + "/api/");
        return program || callers.find().isEmpty() ? null : new Bell(notices::unread);
    }
}
