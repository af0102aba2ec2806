package vn.lienthong.agency.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.login.FailureMapper.Failures;
import vn.lienthong.command.Backoff;
import vn.lienthong.command.Network;

/**
 * Makes guessing passwords slow. Failures count per account and address, per address, and per account, on all nodes together
 * and across restarts.
 *
 * <p>The wait on an account alone does not hold for an address from which that account has logged in lately, so that
 * nobody locks an officer out of the office from outside.
 */
@Component
public class LoginThrottle {

    /** Somebody who mistypes; then half a minute, a minute, two … */
    static final int PER_ACCOUNT_AND_ADDRESS = 5;
    /** A whole office behind one address may mistype. */
    static final int PER_ADDRESS = 60;
    /** One account tried from many addresses. */
    static final int PER_ACCOUNT = 30;

    static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    static final Duration MEMORY = Duration.ofMinutes(30);
    /** How long an address counts as one of the account's own. */
    static final Duration FAMILIAR = Duration.ofDays(7);
    /** Written again no oftener: programs log in with every request. */
    private static final Duration REMEMBERED_AGAIN = Duration.ofDays(1);

    private static final byte[] ANY = new byte[0];
    private static final Backoff.Policy BOTH = policy(PER_ACCOUNT_AND_ADDRESS);
    private static final Backoff.Policy ADDRESS = policy(PER_ADDRESS);
    private static final Backoff.Policy ACCOUNT = policy(PER_ACCOUNT);
    private static final int ONE_IN = 200;

    private final FailureMapper failures;
    private final Clock clock;

    LoginThrottle(FailureMapper failures, Clock clock) {
        this.failures = failures;
        this.clock = clock;
    }

    /** @param left until the next try; zero when it may be now
     * @param remembered whether the address need not be written down as familiar */
    record Standing(Duration left, boolean remembered) {}

    Standing standing(String account, String address) {
        Instant now = clock.instant();
        Duration own = Duration.ZERO;
        Duration all = Duration.ZERO;
        boolean familiar = false;
        boolean remembered = false;
        for (Failures row : failures.of(digest(account), digest(Network.of(address)), ANY)) {
            Duration left = left(row, now);
            if (row.account().length > 0 && row.address().length == 0) {
                all = left;
            } else {
                own = left.compareTo(own) > 0 ? left : own;
            }
            Instant seen = row.familiarAt();
            if (seen != null) {
                familiar = now.isBefore(seen.plus(FAMILIAR));
                remembered = row.failures() == 0 && now.isBefore(seen.plus(REMEMBERED_AGAIN));
            }
        }
        return new Standing(familiar || own.compareTo(all) > 0 ? own : all, remembered);
    }

    /** How long this account has to wait at this address before a password is looked at; zero when it may be now. */
    public Duration left(String account, String address) {
        return standing(account, address).left();
    }

    /** Counts a wrong password, at a login or where the present one is asked again. */
    public void failed(String account, String address) {
        Instant now = clock.instant();
        failures.failed(digest(account), digest(Network.of(address)), ANY, now, now.minus(MEMORY));
        if (ThreadLocalRandom.current().nextInt(ONE_IN) == 0) {
            failures.forgetBefore(now.minus(FAMILIAR));
        }
    }

    void succeeded(String account, String address) {
        failures.succeeded(digest(account), digest(Network.of(address)), clock.instant());
    }

    /** How long whoever waits longest for this account has to wait; empty when nobody does. */
    public Optional<Duration> waitFor(String account) {
        Instant now = clock.instant();
        return failures.ofAccount(digest(account)).stream()
                .map(row -> left(row, now))
                .max(Duration::compareTo)
                .filter(wait -> !wait.isZero());
    }

    /** Whoever waits for this account may try again at once. */
    public void forgive(String account) {
        failures.forgive(digest(account));
    }

    private static Duration left(Failures row, Instant now) {
        Backoff.Policy policy = row.account().length == 0 ? ADDRESS : row.address().length == 0 ? ACCOUNT : BOTH;
        return policy.left(row.failures(), row.lastAt(), now);
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Backoff.Policy policy(int allowance) {
        return new Backoff.Policy(allowance, FIRST_WAIT, LONGEST_WAIT, MEMORY, Integer.MAX_VALUE);
    }
}
