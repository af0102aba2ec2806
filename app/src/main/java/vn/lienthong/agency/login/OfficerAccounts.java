package vn.lienthong.agency.login;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Authorities;
import vn.lienthong.agency.Organisation;

/** The accounts kept in this installation's own database. */
@Component
class OfficerAccounts implements UserDetailsService, UserDetailsPasswordService {

    private final AccountMapper accounts;
    private final Organisation organisation;
    private final Clock clock;
    private final boolean inEarnest;

    OfficerAccounts(AccountMapper accounts, Organisation organisation, Clock clock, Environment environment) {
        this.accounts = accounts;
        this.organisation = organisation;
        this.clock = clock;
        this.inEarnest = environment.acceptsProfiles(Profiles.of("prod"));
    }

    @Override
    public UserDetails loadUserByUsername(String typed) {
        AccountMapper.Account account = accounts.find(typed.strip().toLowerCase(Locale.ROOT));
        if (account == null || account.passwordHash() == null || (account.demonstration() && inEarnest)) {
            throw new UsernameNotFoundException("no such account");
        }
        return officer(account, account.passwordHash());
    }

    /** Called after a successful login when the stored hash is of an older algorithm. */
    @Override
    public UserDetails updatePassword(UserDetails user, @Nullable String newHash) {
        if (newHash == null) {
            return user;
        }
        accounts.changePassword(user.getUsername(), newHash);
        AccountMapper.Account account = accounts.find(user.getUsername());
        return account == null ? user : officer(account, newHash);
    }

    private OfficerAccount officer(AccountMapper.Account account, String hash) {
        Instant now = clock.instant();
        boolean outdated = account.passwordExpiresAt() != null && now.isAfter(account.passwordExpiresAt());
        return new OfficerAccount(
                account,
                hash,
                outdated,
                Authorities.of(account.active() ? organisation.postsOf(account.username(), now) : List.of()));
    }
}
