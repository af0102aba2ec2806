package vn.lienthong.agency.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.csrf.CsrfException;

/** Sends a person to the login page, also out of a part of a page that htmx loads. */
class PageRefusals implements AuthenticationEntryPoint, AuthenticationFailureHandler, AccessDeniedHandler {

    private final RedirectStrategy redirect = new DefaultRedirectStrategy();

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (request.getHeader("HX-Request") != null) {
            // A redirect would be followed in the background and the login page pasted into the middle of this one.
            response.setHeader("HX-Redirect", request.getContextPath() + "/login");
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            return;
        }
        boolean ended = request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
        redirect.sendRedirect(request, response, ended ? "/login?ended" : "/login");
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        String why = reason instanceof TooManyAttempts tooMany
                ? "?wait=" + tooMany.seconds()
                : isUnknown(reason)
                        ? "?unknown"
                        : reason instanceof CredentialsExpiredException ? "?outdated" : "?error";
        redirect.sendRedirect(request, response, "/login" + why);
    }

    private static boolean isUnknown(AuthenticationException reason) {
        return reason instanceof OAuth2AuthenticationException refused
                && VouchedOfficers.UNKNOWN.equals(refused.getError().getErrorCode());
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        // The page lay open until its session ended: not a refusal, only time to log in again.
        if (reason instanceof CsrfException
                && (isNobody() || request.getRequestURI().endsWith("/login"))) {
            redirect.sendRedirect(request, response, "/login?expired");
            return;
        }
        // A form of before the present login is told so, see where errors become pages.
        request.setAttribute(WebAttributes.ACCESS_DENIED_403, reason);
        response.sendError(HttpStatus.FORBIDDEN.value());
    }

    /** The request itself does not know yet who sent it when its token is looked at. */
    private static boolean isNobody() {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        return known == null || known instanceof AnonymousAuthenticationToken;
    }
}
