package vn.lienthong.operations.monitoring;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.util.StringUtils;

/**
 * The accounts of machines. They open nothing but the machinery, so they are kept out of the officers' accounts; their
 * passwords are long and random, so they need no slow hash with every one of the many calls.
 */
final class MachineAccounts implements AuthenticationProvider {

    static final String NODE = "NODE";
    static final String COLLECTOR = "COLLECTOR";

    private record Account(String password, String role) {}

    private final Map<String, Account> accounts = new HashMap<>();

    MachineAccounts(String nodePassword, String collectorPassword) {
        accounts.put(NodeAccount.NAME, new Account(nodePassword, NODE));
        if (StringUtils.hasText(collectorPassword)) {
            accounts.put("collector", new Account(collectorPassword, COLLECTOR));
        }
    }

    @Override
    public @Nullable Authentication authenticate(Authentication login) {
        Account account = accounts.get(login.getName());
        if (account == null) {
            return null;
        }
        if (!same(account.password(), String.valueOf(login.getCredentials()))) {
            throw new BadCredentialsException("wrong password");
        }
        return UsernamePasswordAuthenticationToken.authenticated(
                login.getName(), null, AuthorityUtils.createAuthorityList("ROLE_" + account.role()));
    }

    /** Takes as long for a nearly right password as for a wrong one. */
    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
