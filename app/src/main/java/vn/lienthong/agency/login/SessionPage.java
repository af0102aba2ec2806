package vn.lienthong.agency.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Tells pages when a session ends that nobody uses, and lets somebody who still reads keep it. */
@Controller
@ControllerAdvice(annotations = Controller.class)
class SessionPage {

    /** Seconds; null for visitors without an account. */
    @ModelAttribute("idleLimit")
    @Nullable Integer idleLimit(HttpServletRequest request, @Nullable Authentication who) {
        HttpSession session = who == null ? null : request.getSession(false);
        return session == null || session.getMaxInactiveInterval() <= 0 ? null : session.getMaxInactiveInterval();
    }

    /** Whether this officer's password is kept here. */
    @ModelAttribute("ownPassword")
    boolean ownPassword(@Nullable Authentication who) {
        return who != null && who.getPrincipal() instanceof OfficerAccount;
    }

    /** Being asked is enough. */
    @GetMapping("/session")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stay() {}
}
