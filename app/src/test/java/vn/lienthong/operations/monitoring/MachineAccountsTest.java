package vn.lienthong.operations.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;

class MachineAccountsTest {

    private final MachineAccounts accounts = new MachineAccounts("long and random", "");

    @Test
    void a_node_is_known_by_its_password() {
        assertThat(accounts.authenticate(login("node", "long and random")))
                .isNotNull()
                .satisfies(node -> assertThat(node.getAuthorities())
                        .extracting(Object::toString)
                        .containsExactly("ROLE_NODE"));
        assertThatThrownBy(() -> accounts.authenticate(login("node", "guessed")))
                .isInstanceOf(BadCredentialsException.class);
    }

    @Test
    void people_are_left_to_the_officers_accounts() {
        assertThat(accounts.authenticate(login("quantri", "demo"))).isNull();
    }

    @Test
    void without_a_password_there_is_no_collector() {
        assertThat(accounts.authenticate(login("collector", ""))).isNull();
        assertThat(new MachineAccounts("node", "collect").authenticate(login("collector", "collect")))
                .isNotNull();
    }

    private static UsernamePasswordAuthenticationToken login(String name, String password) {
        return UsernamePasswordAuthenticationToken.unauthenticated(name, password);
    }
}
