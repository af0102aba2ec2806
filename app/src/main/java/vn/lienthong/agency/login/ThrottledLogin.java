package vn.lienthong.agency.login;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import vn.lienthong.command.Outage;

/** Checks name and password, unless too many were wrong lately. */
class ThrottledLogin implements AuthenticationProvider {

    private static final Logger log = LoggerFactory.getLogger(ThrottledLogin.class);

    private final AuthenticationProvider accounts;
    private final LoginThrottle throttle;

    ThrottledLogin(AuthenticationProvider accounts, LoginThrottle throttle) {
        this.accounts = accounts;
        this.throttle = throttle;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication attempt) throws AuthenticationException {
        String account = account(attempt);
        String address = address(attempt);
        LoginThrottle.Standing standing = throttle.standing(account, address);
        if (!standing.left().isZero()) {
            throw new TooManyAttempts(standing.left());
        }
        try {
            Authentication officer = accounts.authenticate(attempt);
            if (!standing.remembered()) {
                throttle.succeeded(account, address);
            }
            return officer;
        } catch (BadCredentialsException | DisabledException e) {
            throttle.failed(account, address);
            log.info("login refused from {}", address);
            throw e;
        } catch (InternalAuthenticationServiceException e) {
            // Nobody's password is wrong because the database is away.
            if (Outage.of(e).isPresent() && e.getCause() instanceof RuntimeException away) {
                throw away;
            }
            throw e;
        }
    }

    static String account(Authentication attempt) {
        return attempt.getName().strip().toLowerCase(Locale.ROOT);
    }

    static String address(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return accounts.supports(authentication);
    }
}
