package vn.lienthong.agency.login;

import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Hashes slowly, a few at a time; the same letters are the same password however a keyboard composes them. */
class Passwords implements PasswordEncoder {

    /** Each takes 19 MiB for some fifty milliseconds; whoever sends a thousand at once shall not take all there is. */
    private static final Semaphore AT_ONCE = new Semaphore(4, true);

    private final PasswordEncoder slow;

    Passwords(PasswordEncoder slow) {
        this.slow = slow;
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return slow.encode(normal(password));
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        if (password == null || hash == null) {
            return false;
        }
        AT_ONCE.acquireUninterruptibly();
        try {
            return slow.matches(normal(password), hash);
        } finally {
            AT_ONCE.release();
        }
    }

    @Override
    public boolean upgradeEncoding(@Nullable String hash) {
        return slow.upgradeEncoding(hash);
    }

    /** A keyboard may write "ế" as one character or as three. */
    static String normal(@Nullable CharSequence password) {
        return Normalizer.normalize(password == null ? "" : password, Normalizer.Form.NFC);
    }
}
