package vn.lienthong.agency.account;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Organisation;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;
import vn.lienthong.command.Refused;

/** Officers change their own password. Every other session of theirs is over from that moment. */
@Component
class ChangingPassword {

    private static final Logger log = LoggerFactory.getLogger(ChangingPassword.class);

    /** The code of the fault that says somebody guessed. */
    static final String WRONG = "password-wrong";

    private final KeepingMapper mapper;
    private final Accounts accounts;
    private final Organisation organisation;
    private final PasswordEncoder passwords;
    private final CurrentCaller caller;
    private final Clock clock;

    ChangingPassword(
            KeepingMapper mapper,
            Accounts accounts,
            Organisation organisation,
            PasswordEncoder passwords,
            CurrentCaller caller,
            Clock clock) {
        this.mapper = mapper;
        this.accounts = accounts;
        this.organisation = organisation;
        this.passwords = passwords;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    void change(String present, String next, String repeated) {
        if (!accounts.havePasswords()) {
            throw new Refused("passwords-elsewhere", Map.of());
        }
        String username = caller.get().username();
        String hash = Objects.requireNonNull(mapper.account(username)).passwordHash();
        if (!passwords.matches(present, hash)) {
            throw new InvalidInput(Problem.of("present", WRONG));
        }
        PasswordRules.fault("next", next, username).ifPresent(fault -> {
            throw new InvalidInput(fault);
        });
        if (passwords.matches(next, hash)) {
            throw new InvalidInput(Problem.of("next", "password-same"));
        }
        if (!next.equals(repeated)) {
            throw new InvalidInput(Problem.of("repeated", "password-differs"));
        }
        mapper.password(username, Objects.requireNonNull(passwords.encode(next)), null, clock.instant());
        organisation.forgetAfterCommit();
        log.info("password changed by its owner");
    }
}
