package vn.lienthong.agency.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

class ARightPasswordIsRememberedTest {

    private final AtomicInteger hashed = new AtomicInteger();
    private final AtomicLong now = new AtomicLong();
    private final RememberedPasswords passwords = new RememberedPasswords(new Counting(), now::get);

    @Test
    void the_slow_hash_is_paid_once() {
        for (int i = 0; i < 500; i++) {
            assertThat(passwords.matches("mật khẩu", "hash of mật khẩu")).isTrue();
        }

        assertThat(hashed).hasValue(1);
    }

    @Test
    void a_wrong_password_pays_each_time() {
        passwords.matches("right", "hash of right");

        assertThat(passwords.matches("wrong", "hash of right")).isFalse();
        assertThat(passwords.matches("wrong", "hash of right")).isFalse();
        assertThat(hashed).hasValue(3);
    }

    @Test
    void a_changed_password_counts_at_once() {
        assertThat(passwords.matches("old", "hash of old")).isTrue();

        assertThat(passwords.matches("old", "hash of new")).isFalse();
    }

    @Test
    void another_officer_with_the_same_password_pays_too() {
        passwords.matches("demo", "hash of demo");

        assertThat(passwords.matches("demo", "another salt, hash of demo")).isFalse();
        assertThat(hashed).hasValue(2);
    }

    @Test
    void after_some_minutes_it_is_checked_again() {
        passwords.matches("right", "hash of right");
        now.addAndGet(RememberedPasswords.MEMORY.minusNanos(1).toNanos());
        passwords.matches("right", "hash of right");
        assertThat(hashed).hasValue(1);

        now.addAndGet(Duration.ofNanos(1).toNanos());
        passwords.matches("right", "hash of right");
        assertThat(hashed).hasValue(2);
    }

    @Test
    void the_memory_is_bounded() {
        passwords.matches("first", "hash of first");
        for (int i = 0; i < RememberedPasswords.CAPACITY; i++) {
            passwords.matches("p" + i, "hash of p" + i);
        }
        int before = hashed.get();

        passwords.matches("first", "hash of first");

        assertThat(hashed).hasValue(before + 1);
    }

    @Test
    void a_keyboard_that_composes_letters_differently_types_the_same_password() {
        String decomposed = Normalizer.normalize("Mật khẩu tiếng Việt", Normalizer.Form.NFD);

        assertThat(passwords.matches(decomposed, passwords.encode("Mật khẩu tiếng Việt")))
                .isTrue();
        assertThat(passwords.matches("Mật khẩu tiếng Việt", passwords.encode(decomposed)))
                .isTrue();
    }

    private final class Counting implements PasswordEncoder {

        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            return "hash of " + password;
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            hashed.incrementAndGet();
            return ("hash of " + password).equals(hash);
        }
    }
}
