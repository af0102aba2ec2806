package vn.lienthong.agency.account;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.Duty;

/**
 * What a person at the machine does when nobody can log in yet, or any more: an account for the business administrator of an
 * agency, who does everything else on the pages.
 */
@Component
public class FirstAccount {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final KeepingMapper mapper;
    private final AccountSettings settings;
    private final Clock clock;

    FirstAccount(KeepingMapper mapper, AccountSettings settings, Clock clock) {
        this.mapper = mapper;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param founded whether the agency was founded with it */
    public record Made(String password, Instant until, boolean founded) {}

    /** There is no such unit, and no name was given to found it by. */
    public static final class NoSuchUnit extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The account is somebody's who has another duty: a new administrator has a name of its own. */
    public static final class NameTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Makes the account, or gives the one of that administrator a new password.
     *
     * @param unitName of an agency that is founded if it is not there; empty: it has to be
     */
    @Transactional
    public Made make(String username, String fullName, String unit, String unitName) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), VIETNAM);
        boolean founded = !mapper.isUnit(unit);
        if (founded) {
            if (unitName.isBlank()) {
                throw new NoSuchUnit();
            }
            mapper.found(unit, unitName, today);
        }
        mapper.open(username, fullName, null, null);
        if (mapper.duties(username).stream().anyMatch(row -> row.duty() != Duty.BUSINESS_ADMINISTRATOR)) {
            throw new NameTaken();
        }
        mapper.give(username, unit, Duty.BUSINESS_ADMINISTRATOR, today);
        mapper.active(username, true);
        String password = OneTimePassword.make();
        Instant now = clock.instant();
        Instant until = now.plus(settings.oneTime());
        String hash = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2).encode(password);
        mapper.password(username, "{argon2id}" + Objects.requireNonNull(hash), until, now);
        return new Made(password, until, founded);
    }
}
