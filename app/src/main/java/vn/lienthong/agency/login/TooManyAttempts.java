package vn.lienthong.agency.login;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** The password was not even looked at: too many were wrong shortly before. */
class TooManyAttempts extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    TooManyAttempts(Duration wait) {
        super("too many attempts");
        this.wait = wait;
    }

    /** Whole seconds, rounded up: whoever waits that long may try again. */
    long seconds() {
        return wait.plusNanos(999_999_999).toSeconds();
    }
}
