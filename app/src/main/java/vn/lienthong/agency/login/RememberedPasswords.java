package vn.lienthong.agency.login;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Remembers for a while which passwords were right, so that a client which sends its credentials with every request
 * pays the slow hash once and not five hundred times a second.
 *
 * <p>What is remembered is a keyed digest of the stored hash and the password, with a key that never leaves this
 * process: of no use to anybody who reads the memory of another day, and worthless from the moment at which the stored
 * hash changes. Wrong passwords are never remembered; each costs the full price.
 */
class RememberedPasswords implements PasswordEncoder {

    /** Long enough that the slow hash does not matter, short enough that an hour of theft is not a day. */
    static final Duration MEMORY = Duration.ofMinutes(5);

    /** Entries of about 150 bytes; the longest unused goes first. */
    static final int CAPACITY = 10_000;

    /** Each takes 19 MiB for some fifty milliseconds; whoever sends a thousand at once shall not take all there is. */
    private static final Semaphore AT_ONCE = new Semaphore(4, true);

    private static final String ALGORITHM = "HmacSHA256";

    private final PasswordEncoder slow;
    private final LongSupplier nanoTime;
    private final SecretKeySpec key;
    private final Map<String, Long> right = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > CAPACITY;
        }
    };

    RememberedPasswords(PasswordEncoder slow, LongSupplier nanoTime) {
        this.slow = slow;
        this.nanoTime = nanoTime;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, ALGORITHM);
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
        String typed = normal(password);
        String digest = digest(typed, hash);
        if (isRemembered(digest)) {
            return true;
        }
        if (!matchesSlowly(typed, hash)) {
            return false;
        }
        remember(digest);
        return true;
    }

    @Override
    public boolean upgradeEncoding(@Nullable String hash) {
        return slow.upgradeEncoding(hash);
    }

    private boolean matchesSlowly(String typed, String hash) {
        AT_ONCE.acquireUninterruptibly();
        try {
            return slow.matches(typed, hash);
        } finally {
            AT_ONCE.release();
        }
    }

    private synchronized boolean isRemembered(String digest) {
        Long since = right.get(digest);
        if (since == null) {
            return false;
        }
        if (nanoTime.getAsLong() - since < MEMORY.toNanos()) {
            return true;
        }
        right.remove(digest);
        return false;
    }

    private synchronized void remember(String digest) {
        right.put(digest, nanoTime.getAsLong());
    }

    private String digest(String password, String hash) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(hash.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Base64.getEncoder().encodeToString(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A keyboard may write "ế" as one character or as three; it is the same password. */
    private static String normal(@Nullable CharSequence password) {
        return Normalizer.normalize(password == null ? "" : password, Normalizer.Form.NFC);
    }
}
