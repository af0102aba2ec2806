package vn.lienthong.agency.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.lienthong.agency.Authorities;
import vn.lienthong.agency.Officer;
import vn.lienthong.agency.Organisation;

/**
 * A session was opened with the duties of that hour. Whoever lost a duty since, or the account, loses it here with the
 * next request, not with the end of the session. So does whoever logged in with a password that was changed since.
 */
class FreshRights extends OncePerRequestFilter {

    private final Organisation organisation;
    private final Clock clock;

    FreshRights(Organisation organisation, Clock clock) {
        this.organisation = organisation;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        Object person = known == null ? null : known.getPrincipal();
        if (known != null && (person instanceof OfficerAccount || person instanceof OidcUser)) {
            if (organisation.officer(known.getName()).filter(Officer::active).isEmpty() || isOutdated(person)) {
                end(request);
            } else {
                refresh(known, person);
            }
        }
        chain.doFilter(request, response);
    }

    private boolean isOutdated(Object person) {
        return person instanceof OfficerAccount officer
                && organisation
                        .passwordSince(officer.getUsername())
                        .filter(officer::isBefore)
                        .isPresent();
    }

    private void refresh(Authentication known, Object person) {
        Collection<GrantedAuthority> now = Authorities.of(organisation.postsOf(known.getName(), clock.instant()));
        if (names(now).equals(names(known.getAuthorities()))) {
            return;
        }
        AbstractAuthenticationToken fresh = with(known, person, now);
        fresh.setDetails(known.getDetails());
        // A context of its own: the one in hand may belong to the session, which other requests read.
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(fresh);
        SecurityContextHolder.setContext(context);
    }

    private static AbstractAuthenticationToken with(
            Authentication known, Object person, Collection<GrantedAuthority> duties) {
        return known instanceof OAuth2AuthenticationToken vouched
                ? new OAuth2AuthenticationToken(
                        vouched.getPrincipal(), duties, vouched.getAuthorizedClientRegistrationId())
                : UsernamePasswordAuthenticationToken.authenticated(person, null, duties);
    }

    private static Set<String> names(Collection<? extends GrantedAuthority> authorities) {
        return authorities.stream()
                .map(GrantedAuthority::getAuthority)
                .filter(name -> name != null && name.startsWith("ROLE_"))
                .collect(Collectors.toSet());
    }

    private static void end(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
