package vn.lienthong.agency.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.lienthong.command.Backoff;

/**
 * Makes guessing passwords slow. Failures count per account and address, per address, and per account.
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
    static final Duration MEMORY = Duration.ofMinutes(30);
    /** How long an address counts as one of the account's own. */
    static final Duration FAMILIAR = Duration.ofDays(7);

    private static final int CAPACITY = 20_000;

    private final Clock clock;
    private final Backoff accountAtAddress;
    private final Backoff addresses;
    private final Backoff accounts;
    private final Map<String, Instant> familiar = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > CAPACITY;
        }
    };

    LoginThrottle(Clock clock) {
        this.clock = clock;
        this.accountAtAddress = backoff(PER_ACCOUNT_AND_ADDRESS, clock);
        this.addresses = backoff(PER_ADDRESS, clock);
        this.accounts = backoff(PER_ACCOUNT, clock);
    }

    /** How long the caller has to wait before the next try; empty when it may try now. */
    Optional<Duration> waitFor(String account, String address) {
        return Stream.of(
                        accountAtAddress.waitFor(both(account, address)),
                        addresses.waitFor(address),
                        isFamiliar(account, address) ? Duration.ZERO : accounts.waitFor(account))
                .max(Duration::compareTo)
                .filter(wait -> !wait.isZero());
    }

    void failed(String account, String address) {
        accountAtAddress.failed(both(account, address));
        addresses.failed(address);
        accounts.failed(account);
    }

    void succeeded(String account, String address) {
        accountAtAddress.forgive(both(account, address));
        synchronized (familiar) {
            familiar.put(both(account, address), clock.instant());
        }
    }

    private boolean isFamiliar(String account, String address) {
        synchronized (familiar) {
            Instant seen = familiar.get(both(account, address));
            return seen != null && clock.instant().isBefore(seen.plus(FAMILIAR));
        }
    }

    private static String both(String account, String address) {
        return account + '\n' + address;
    }

    private static Backoff backoff(int allowance, Clock clock) {
        return new Backoff(new Backoff.Policy(allowance, FIRST_WAIT, LONGEST_WAIT, MEMORY, CAPACITY), clock);
    }
}
