package vn.lienthong.design.draft;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names for machines made of names for people. */
final class Wording {

    private static final int LONGEST_LABEL = 60;

    private Wording() {}

    /** {@code Đăng ký kết hôn} is {@code dang-ky-ket-hon}; empty when no letter is left. */
    static String kebab(String text, int mostWords) {
        String plain = Normalizer.normalize(text.replace('đ', 'd').replace('Đ', 'D'), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[-0-9]+|-+$", "");
        return Arrays.stream(plain.split("-")).limit(mostWords).collect(Collectors.joining("-"));
    }

    /** {@code dang-ky} is {@code DangKy}. */
    static String pascal(String kebab) {
        return Arrays.stream(kebab.split("-"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    /** The beginning of a sentence, as much as fits on a step. */
    static String label(String text) {
        String plain = text.replaceFirst("(?i)^\\s*(?:bước\\s*\\d+\\s*[:.)-]|[-+*•]|\\d+[.)])\\s*", "")
                .split("[;.:\\n]", 2)[0]
                .replace("${", "")
                .replace("#{", "")
                .strip();
        if (plain.length() > LONGEST_LABEL) {
            int space = plain.lastIndexOf(' ', LONGEST_LABEL);
            plain = plain.substring(0, space < 1 ? LONGEST_LABEL : space).replaceAll("[,\\s]+$", "");
        }
        return plain.isEmpty() ? "…" : plain;
    }
}
