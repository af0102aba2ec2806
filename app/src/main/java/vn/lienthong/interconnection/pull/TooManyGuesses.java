package vn.lienthong.interconnection.pull;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too many secrets were wrong lately. */
class TooManyGuesses extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    TooManyGuesses(Duration wait) {
        super("too many wrong secrets");
        this.wait = wait;
    }

    long seconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
