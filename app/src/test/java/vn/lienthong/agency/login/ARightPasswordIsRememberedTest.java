package vn.lienthong.agency.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

class ARightPasswordIsRememberedTest {

    private static final String HERE = "192.0.2.1";

    private final AtomicLong now = new AtomicLong();
    private final RememberedLogins logins = new RememberedLogins(this::check, now::get);

    private String password = "mật khẩu";
    private boolean mustChange;
    private int checked;

    @Test
    void the_account_is_looked_up_once() {
        for (int i = 0; i < 500; i++) {
            assertThat(enter("lan", password, HERE).getName()).isEqualTo("lan");
        }

        assertThat(checked).isOne();
    }

    @Test
    void whoever_it_is_comes_from_where_this_request_comes_from() {
        Authentication first = enter("lan", password, HERE);
        Authentication second = enter("Lan ", password, HERE);

        assertThat(checked).isOne();
        assertThat(second.getDetails()).isNotSameAs(first.getDetails());
        assertThat(second.getAuthorities()).isEqualTo(first.getAuthorities());
        assertThat(second.getCredentials()).isNull();
    }

    @Test
    void a_wrong_password_is_checked_each_time_and_makes_the_right_one_be_forgotten() {
        enter("lan", password, HERE);

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> enter("lan", "wrong", HERE)).isInstanceOf(BadCredentialsException.class);
        }
        assertThat(checked).isEqualTo(3);
        enter("lan", password, HERE);
        assertThat(checked).isEqualTo(4);
    }

    @Test
    void another_officer_and_another_address_are_looked_up_too() {
        enter("lan", password, HERE);
        enter("mai", password, HERE);
        enter("lan", password, "192.0.2.2");

        assertThat(checked).isEqualTo(3);
    }

    @Test
    void after_some_minutes_it_is_checked_again() {
        enter("lan", password, HERE);
        now.addAndGet(RememberedLogins.MEMORY.minusNanos(1).toNanos());
        enter("lan", password, HERE);
        assertThat(checked).isOne();

        password = "new";
        now.addAndGet(1);
        assertThatThrownBy(() -> enter("lan", "mật khẩu", HERE)).isInstanceOf(BadCredentialsException.class);
    }

    @Test
    void a_password_that_has_to_be_changed_is_never_remembered() {
        mustChange = true;
        enter("lan", password, HERE);
        enter("lan", password, HERE);

        assertThat(checked).isEqualTo(2);
    }

    @Test
    void the_memory_is_bounded() {
        for (int i = 0; i <= RememberedLogins.CAPACITY; i++) {
            enter("officer" + i, password, HERE);
        }
        int before = checked;

        enter("officer0", password, HERE);

        assertThat(checked).isEqualTo(before + 1);
    }

    @Test
    void a_keyboard_that_composes_letters_differently_types_the_same_password() {
        String decomposed = Normalizer.normalize("Mật khẩu tiếng Việt", Normalizer.Form.NFD);
        var passwords = new Passwords(new Plain());

        assertThat(passwords.matches(decomposed, passwords.encode("Mật khẩu tiếng Việt")))
                .isTrue();
        assertThat(passwords.matches("Mật khẩu tiếng Việt", passwords.encode(decomposed)))
                .isTrue();
        password = "Mật khẩu tiếng Việt";
        enter("lan", password, HERE);
        enter("lan", decomposed, HERE);
        assertThat(checked).isOne();
    }

    private Authentication enter(String username, String typed, String address) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        var attempt = UsernamePasswordAuthenticationToken.unauthenticated(username, typed);
        attempt.setDetails(new WebAuthenticationDetails(request));
        return logins.authenticate(attempt);
    }

    private Authentication check(Authentication attempt) {
        checked++;
        if (!password.equals(attempt.getCredentials())) {
            throw new BadCredentialsException("wrong");
        }
        var account = new AccountMapper.Account(
                ThrottledLogin.account(attempt), "hash", true, false, Instant.EPOCH, mustChange, null);
        var officer = UsernamePasswordAuthenticationToken.authenticated(
                new OfficerAccount(account, "hash", false, List.of()),
                null,
                AuthorityUtils.createAuthorityList("ROLE_CLERK"));
        officer.setDetails(attempt.getDetails());
        return officer;
    }

    private static final class Plain implements PasswordEncoder {

        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            return String.valueOf(password);
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            return String.valueOf(password).equals(hash);
        }
    }
}
