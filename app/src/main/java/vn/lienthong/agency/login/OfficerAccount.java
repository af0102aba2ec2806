package vn.lienthong.agency.login;

import java.util.Collection;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.User;

/** A logged-in officer: the name only. Posts and names are asked anew each time, so that a session never outlives them. */
class OfficerAccount extends User {

    private static final long serialVersionUID = 1L;

    OfficerAccount(
            String username, String passwordHash, boolean enabled, Collection<? extends GrantedAuthority> authorities) {
        super(username, passwordHash, enabled, true, true, true, authorities);
    }
}
