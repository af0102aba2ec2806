package vn.lienthong.agency.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Makes guessing passwords slow. Failures count per account and address, per address, and per account; each has an
 * allowance, and beyond it every failure doubles the wait. Kept in memory: a second node doubles the guesses, no more.
 *
 * <p>The wait on an account alone does not hold for an address from which that account has logged in lately, so that
 * nobody locks an officer out of the office from outside.
 */
@Component
class LoginThrottle {

    /** Somebody who mistypes; then half a minute, a minute, two … */
    static final int PER_ACCOUNT_AND_ADDRESS = 5;
    /** A whole office behind one address may mistype. */
    static final int PER_ADDRESS = 60;
    /** One account tried from many addresses. */
    static final int PER_ACCOUNT = 30;

    static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    /** Failures older than this are forgotten. */
    static final Duration MEMORY = Duration.ofMinutes(30);
    /** How long an address counts as one of the account's own. */
    static final Duration FAMILIAR = Duration.ofDays(7);

    private static final int CAPACITY = 20_000;

    private record Failures(int count, Instant last) {}

    private final Clock clock;
    private final Map<String, Failures> failures = new Bounded<>();
    private final Map<String, Instant> familiar = new Bounded<>();

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    /** How long the caller has to wait before the next try; empty when it may try now. */
    synchronized Optional<Duration> waitFor(String account, String address) {
        Instant now = clock.instant();
        Duration wait = longer(
                wait(both(account, address), PER_ACCOUNT_AND_ADDRESS, now), wait(address(address), PER_ADDRESS, now));
        if (!isFamiliar(account, address, now)) {
            wait = longer(wait, wait(account(account), PER_ACCOUNT, now));
        }
        return wait.isZero() ? Optional.empty() : Optional.of(wait);
    }

    synchronized void failed(String account, String address) {
        Instant now = clock.instant();
        count(both(account, address), now);
        count(address(address), now);
        count(account(account), now);
    }

    synchronized void succeeded(String account, String address) {
        failures.remove(both(account, address));
        familiar.put(both(account, address), clock.instant());
    }

    private boolean isFamiliar(String account, String address, Instant now) {
        Instant seen = familiar.get(both(account, address));
        return seen != null && now.isBefore(seen.plus(FAMILIAR));
    }

    private void count(String key, Instant now) {
        Failures known = failures.get(key);
        int before = known == null || now.isAfter(known.last().plus(MEMORY)) ? 0 : known.count();
        failures.put(key, new Failures(before + 1, now));
    }

    private Duration wait(String key, int allowance, Instant now) {
        Failures known = failures.get(key);
        if (known == null || known.count() < allowance) {
            return Duration.ZERO;
        }
        // 2^5 half minutes are past the longest wait already.
        int doublings = Math.min(known.count() - allowance, 5);
        Duration whole = shorter(FIRST_WAIT.multipliedBy(1L << doublings), LONGEST_WAIT);
        Duration left = Duration.between(now, known.last().plus(whole));
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static String both(String account, String address) {
        return account + '\n' + address;
    }

    private static String address(String address) {
        return '\n' + address;
    }

    private static String account(String account) {
        return account + '\n';
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static final class Bounded<V> extends LinkedHashMap<String, V> {
        private static final long serialVersionUID = 1L;

        Bounded() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > CAPACITY;
        }
    }
}
