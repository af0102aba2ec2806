package vn.lienthong.agency.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/** A password that was handed over on paper opens the page where it is changed, and nothing else. */
class ForcedChange extends OncePerRequestFilter {

    static final String PAGE = "/account/password";

    private static final Set<String> OPEN = Set.of(PAGE, "/logout", "/login", "/session", "/error");

    private final AccessDeniedHandler refusals;

    ForcedChange(AccessDeniedHandler refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (known == null
                || !(known.getPrincipal() instanceof OfficerAccount officer)
                || !officer.mustChange()
                || OPEN.contains(path)) {
            chain.doFilter(request, response);
        } else if ("GET".equals(request.getMethod()) && !path.startsWith("/api/")) {
            response.sendRedirect(request.getContextPath() + PAGE);
        } else {
            refusals.handle(request, response, new AccessDeniedException("the password has to be changed first"));
        }
    }
}
