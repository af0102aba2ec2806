package vn.lienthong.agency;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who is asking. The posts are worked out anew each time: a revoked delegation counts from that moment. */
@Component
public class CurrentCaller {

    private final Organisation organisation;
    private final Clock clock;

    CurrentCaller(Organisation organisation, Clock clock) {
        this.organisation = organisation;
        this.clock = clock;
    }

    /** @throws AuthenticationCredentialsNotFoundException when nobody is logged in */
    public Caller get() {
        return find().orElseThrow(() -> new AuthenticationCredentialsNotFoundException("nobody is logged in"));
    }

    /** Empty for the engine's own work, for citizens without an account, and for officers who left. */
    public Optional<Caller> find() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || authentication instanceof AnonymousAuthenticationToken
                || !authentication.isAuthenticated()) {
            return Optional.empty();
        }
        return officer(authentication.getName());
    }

    /** Does something as that officer: demonstration data, scenarios and tests act through the same rules as people. */
    public <T> T as(String username, Supplier<T> work) {
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                username, null, Authorities.of(organisation.postsOf(username, clock.instant()))));
        SecurityContextHolder.setContext(context);
        try {
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    private Optional<Caller> officer(String username) {
        return organisation
                .officer(username)
                .filter(Officer::active)
                .map(officer -> new Caller(
                        officer.username(), officer.fullName(), organisation.postsOf(username, clock.instant())));
    }
}
