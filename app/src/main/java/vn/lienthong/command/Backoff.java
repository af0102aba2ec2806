package vn.lienthong.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Makes guessing slow: a few failures are free, then every further one doubles the wait. In memory and bounded, the
 * longest untouched key is forgotten first; a second node therefore doubles the guesses, no more. Where that is too many, a table
 * holds the failures and only {@link Policy} is used.
 */
public final class Backoff {

    /**
     * @param allowance failures after which one has to wait; the last of them counts
     * @param firstWait wait after that failure
     * @param longestWait where doubling ends
     * @param memory without another failure for so long, all are forgotten
     * @param capacity keys that are remembered, about 200 bytes each
     */
    public record Policy(int allowance, Duration firstWait, Duration longestWait, Duration memory, int capacity) {

        /** How long somebody still has to wait after so many failures, the last of them at that moment; zero when not. */
        public Duration left(int failures, Instant last, Instant now) {
            if (failures < allowance) {
                return Duration.ZERO;
            }
            Duration whole = wait(failures - allowance);
            Duration left = Duration.between(now, last.plus(whole));
            // A clock that was set back makes nobody wait longer.
            return left.isNegative() ? Duration.ZERO : left.compareTo(whole) < 0 ? left : whole;
        }

        private Duration wait(int doublings) {
            Duration wait = firstWait;
            for (int i = 0; i < doublings && wait.compareTo(longestWait) < 0; i++) {
                wait = wait.multipliedBy(2);
            }
            return wait.compareTo(longestWait) < 0 ? wait : longestWait;
        }
    }

    private record Failures(int count, Instant last) {}

    private final Policy policy;
    private final Clock clock;
    private final Map<String, Failures> failures;

    public Backoff(Policy policy, Clock clock) {
        this.policy = policy;
        this.clock = clock;
        this.failures = new Bounded<>(policy.capacity());
    }

    /** How long this key has to wait before the next try; zero when it may try now. */
    public synchronized Duration waitFor(String key) {
        Failures known = failures.get(key);
        return known == null ? Duration.ZERO : policy.left(known.count(), known.last(), clock.instant());
    }

    public synchronized void failed(String key) {
        Instant now = clock.instant();
        Failures known = failures.get(key);
        int before = known == null || now.isAfter(known.last().plus(policy.memory())) ? 0 : known.count();
        failures.put(key, new Failures(before + 1, now));
    }

    public synchronized void forgive(String key) {
        failures.remove(key);
    }
}
