package vn.lienthong.agency.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.lienthong.command.Problem;

/**
 * What a password has to be, as NIST SP 800-63B and OWASP ASVS 2.1 put it: long, and not one that is tried first. Nothing is
 * asked about kinds of characters, and nobody has to change it from time to time.
 */
final class PasswordRules {

    static final int SHORTEST = 12;

    /** A whole sentence fits; more would only make the hash slow. */
    static final int LONGEST = 128;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern AROUND = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}]+");
    /** "abcabcabcabc", "aaaaaaaaaaaa". */
    private static final Pattern REPEATED = Pattern.compile("(.{1,4})\\1{2,}.{0,3}");

    private static final Set<String> FREQUENT = read();

    private PasswordRules() {}

    /** The first thing that is wrong with it; empty when nothing is. */
    static Optional<Problem> fault(String field, String password, String username) {
        String composed = Normalizer.normalize(password, Normalizer.Form.NFC);
        int length = composed.codePointCount(0, composed.length());
        if (length < SHORTEST) {
            return Optional.of(Problem.of(field, "password-short", SHORTEST));
        }
        if (length > LONGEST) {
            return Optional.of(Problem.of(field, "too-long", LONGEST));
        }
        return isGuessed(composed, username) ? Optional.of(Problem.of(field, "password-frequent")) : Optional.empty();
    }

    /** Tried first: frequent ones, words with figures around them, the user name, figures only, one thing over and over. */
    private static boolean isGuessed(String password, String username) {
        String plain = plain(password);
        String core = AROUND.matcher(plain).replaceAll("");
        return FREQUENT.contains(plain)
                || FREQUENT.contains(core)
                || core.equals(plain(username))
                || NO_LETTER.matcher(plain).matches()
                || REPEATED.matcher(plain).matches();
    }

    /** Without marks and blanks: "Mật khẩu 123" is tried as soon as "matkhau123". */
    private static String plain(String text) {
        String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return bare.replace('đ', 'd').replaceAll("\\s+", "");
    }

    private static Set<String> read() {
        InputStream list = Objects.requireNonNull(
                PasswordRules.class.getResourceAsStream("/accounts/frequent-passwords.txt"), "frequent passwords");
        try (var lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
