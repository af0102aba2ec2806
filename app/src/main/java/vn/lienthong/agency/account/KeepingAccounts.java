package vn.lienthong.agency.account;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.Duty;
import vn.lienthong.agency.Organisation;
import vn.lienthong.agency.account.Accounts.Account;
import vn.lienthong.agency.login.LoginThrottle;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;
import vn.lienthong.command.Refused;

/** The business administrator opens accounts, helps officers in, gives and ends duties, closes accounts. */
@Component
@EnableConfigurationProperties(AccountSettings.class)
class KeepingAccounts {

    private static final Logger log = LoggerFactory.getLogger(KeepingAccounts.class);

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{2,49}");
    private static final int LONGEST_NAME = 100;

    /** Whoever has one of these has no other: who gives duties, keeps the machines or inspects, decides on no dossier. */
    private static final Set<Duty> ALONE =
            EnumSet.of(Duty.BUSINESS_ADMINISTRATOR, Duty.TECHNICAL_ADMINISTRATOR, Duty.INSPECTOR);

    private final Accounts accounts;
    private final KeepingMapper mapper;
    private final Organisation organisation;
    private final PasswordEncoder passwords;
    private final LoginThrottle throttle;
    private final AccountSettings settings;
    private final Clock clock;

    KeepingAccounts(
            Accounts accounts,
            KeepingMapper mapper,
            Organisation organisation,
            PasswordEncoder passwords,
            LoginThrottle throttle,
            AccountSettings settings,
            Clock clock) {
        this.accounts = accounts;
        this.mapper = mapper;
        this.organisation = organisation;
        this.passwords = passwords;
        this.throttle = throttle;
        this.settings = settings;
        this.clock = clock;
    }

    /** Somebody who is to work here, and the first duty. */
    record Opening(String username, String fullName, String email, String phone, String unit, String duty) {}

    /** What is printed and handed over; kept nowhere. */
    record Slip(String username, String fullName, String password, Instant until) {}

    /** @return the user name as it is kept */
    @Transactional
    String open(Opening wish) {
        String username = wish.username().strip().toLowerCase(Locale.ROOT);
        List<Problem> faults = new ArrayList<>();
        if (!USERNAME.matcher(username).matches()) {
            faults.add(Problem.of("username", "username-invalid"));
        }
        if (wish.fullName().isBlank()) {
            faults.add(Problem.of("fullName", "required"));
        } else if (wish.fullName().strip().length() > LONGEST_NAME) {
            faults.add(Problem.of("fullName", "too-long", LONGEST_NAME));
        }
        Duty duty = duty(wish.unit(), wish.duty(), List.of(), faults);
        InvalidInput.ifAny(faults);
        if (mapper.open(username, wish.fullName().strip(), text(wish.email()), text(wish.phone())) == 0) {
            throw new InvalidInput(Problem.of("username", "username-taken"));
        }
        mapper.give(username, wish.unit(), Objects.requireNonNull(duty), organisation.today());
        organisation.forgetAfterCommit();
        log.info("account opened");
        return username;
    }

    /** A new password for once; the old one opens nothing from now on, and its sessions are over. */
    @Transactional
    Slip handOver(String username) {
        Account account = others(username);
        if (!accounts.havePasswords()) {
            throw new Refused("passwords-elsewhere", Map.of());
        }
        if (account.state() == Accounts.State.CLOSED) {
            throw new Refused("account-closed", Map.of());
        }
        String password = OneTimePassword.make();
        Instant now = clock.instant();
        Instant until = now.plus(settings.oneTime());
        mapper.password(username, Objects.requireNonNull(passwords.encode(password)), until, now);
        throttle.forgive(username);
        organisation.forgetAfterCommit();
        log.info("one-time password handed over");
        return new Slip(username, account.fullName(), password, until);
    }

    /** Whoever mistyped too often need not wait. */
    @Transactional
    void unlock(String username) {
        throttle.forgive(accounts.get(username).username());
        log.info("account unlocked");
    }

    /** Ends the account's sessions too. What the officer did stays done. */
    @Transactional
    void close(String username) {
        mapper.active(others(username).username(), false);
        organisation.forgetAfterCommit();
        log.info("account closed");
    }

    @Transactional
    void reopen(String username) {
        mapper.active(others(username).username(), true);
        organisation.forgetAfterCommit();
        log.info("account opened again");
    }

    @Transactional
    void give(String username, String unit, String duty) {
        Account account = others(username);
        List<Problem> faults = new ArrayList<>();
        LocalDate today = organisation.today();
        List<Duty> held = account.duties().stream()
                .filter(row -> row.validTo() == null || !row.validTo().isBefore(today))
                .map(KeepingMapper.DutyRow::duty)
                .toList();
        Duty given = duty(unit, duty, held, faults);
        InvalidInput.ifAny(faults);
        mapper.give(username, unit, Objects.requireNonNull(given), today);
        organisation.forgetAfterCommit();
        log.info("duty {} at {} given", given, unit);
    }

    /** With the end of today; whoever must stop at once has the account closed. */
    @Transactional
    void end(String username, String unit, String duty) {
        others(username);
        List<Problem> faults = new ArrayList<>();
        Duty ended = duty(unit, duty, List.of(), faults);
        InvalidInput.ifAny(faults);
        if (mapper.end(username, unit, Objects.requireNonNull(ended), organisation.today()) == 0) {
            throw new Refused("duty-ended", Map.of());
        }
        organisation.forgetAfterCommit();
        log.info("duty {} at {} ended", ended, unit);
    }

    /** @param held what the officer does already */
    private @Nullable Duty duty(String unit, String key, List<Duty> held, List<Problem> faults) {
        if (!accounts.keeps(unit)) {
            faults.add(Problem.of("unit", "unit-not-kept"));
        }
        Duty duty = Duty.ofKey(key).orElse(null);
        if (duty == null) {
            faults.add(Problem.of("duty", "required"));
        } else if (held.stream().anyMatch(other -> other != duty && (ALONE.contains(other) || ALONE.contains(duty)))) {
            faults.add(Problem.of("duty", "duty-excludes"));
        }
        return duty;
    }

    private Account others(String username) {
        Account account = accounts.get(username);
        if (account.own()) {
            throw new Refused("own-account", Map.of());
        }
        return account;
    }

    private static @Nullable String text(String written) {
        return written.isBlank() ? null : written.strip();
    }
}
