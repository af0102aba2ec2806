package vn.lienthong.agency.login;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import vn.lienthong.command.Bounded;

/**
 * Remembers for a while who logged in from where, so that a client which sends its credentials with every request pays for
 * the slow hash and for looking up the account once. Meanwhile it is held to what a session is held to: {@link FreshRights}
 * knows who left, which duties are left, and which password is not the present one.
 *
 * <p>What is remembered is a keyed digest of the password, with a key that never leaves this process. A wrong password is
 * never remembered, and makes the right one be forgotten: whoever guesses is slowed down by {@link LoginThrottle} as if
 * nobody had logged in.
 */
class RememberedLogins implements AuthenticationManager {

    /** Long enough that the slow hash does not matter, short enough that an hour of theft is not a day. */
    static final Duration MEMORY = Duration.ofMinutes(5);

    /** Entries of about 300 bytes; the longest unused goes first. */
    static final int CAPACITY = 10_000;

    private static final String ALGORITHM = "HmacSHA256";

    private record Known(
            byte[] digest, OfficerAccount officer, Collection<? extends GrantedAuthority> authorities, long since) {}

    private final AuthenticationManager accounts;
    private final LongSupplier nanoTime;
    private final SecretKeySpec key;
    private final Map<String, Known> known = new Bounded<>(CAPACITY);

    RememberedLogins(AuthenticationManager accounts, LongSupplier nanoTime) {
        this.accounts = accounts;
        this.nanoTime = nanoTime;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, ALGORITHM);
    }

    @Override
    public Authentication authenticate(Authentication attempt) throws AuthenticationException {
        String who = ThrottledLogin.account(attempt) + " " + ThrottledLogin.address(attempt);
        byte[] digest = digest(String.valueOf(attempt.getCredentials()));
        Optional<Known> remembered = remembered(who, digest);
        if (remembered.isPresent()) {
            return as(remembered.get(), attempt);
        }
        Authentication login = accounts.authenticate(attempt);
        // A password that lasts for some hours is looked at each time.
        if (login.getPrincipal() instanceof OfficerAccount officer && !officer.mustChange()) {
            remember(who, new Known(digest, officer, login.getAuthorities(), nanoTime.getAsLong()));
        }
        return login;
    }

    private static Authentication as(Known login, Authentication attempt) {
        var again = UsernamePasswordAuthenticationToken.authenticated(login.officer(), null, login.authorities());
        again.setDetails(attempt.getDetails());
        return again;
    }

    private synchronized Optional<Known> remembered(String who, byte[] digest) {
        Known last = known.get(who);
        if (last == null) {
            return Optional.empty();
        }
        if (nanoTime.getAsLong() - last.since() < MEMORY.toNanos() && MessageDigest.isEqual(last.digest(), digest)) {
            return Optional.of(last);
        }
        known.remove(who);
        return Optional.empty();
    }

    private synchronized void remember(String who, Known login) {
        known.put(who, login);
    }

    private byte[] digest(String password) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(Passwords.normal(password).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
