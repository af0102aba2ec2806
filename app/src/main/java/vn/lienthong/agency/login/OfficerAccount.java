package vn.lienthong.agency.login;

import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.User;

/** A logged-in officer: the name only. Posts and names are asked anew each time, so that a session never outlives them. */
class OfficerAccount extends User {

    private static final long serialVersionUID = 2L;

    private final @Nullable Instant passwordSince;
    private final boolean mustChange;

    OfficerAccount(
            AccountMapper.Account account,
            String hash,
            boolean outdated,
            Collection<? extends GrantedAuthority> duties) {
        super(account.username(), hash, account.active(), true, !outdated, true, duties);
        this.passwordSince = account.passwordChangedAt();
        this.mustChange = account.passwordMustChange();
    }

    /** Whether the session was opened before the password was changed at that moment. */
    boolean isBefore(Instant changed) {
        return passwordSince == null || passwordSince.isBefore(changed);
    }

    /** Whether nothing is open to it but the page where the password is changed. */
    boolean mustChange() {
        return mustChange;
    }
}
