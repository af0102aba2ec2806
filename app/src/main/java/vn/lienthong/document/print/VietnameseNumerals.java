package vn.lienthong.document.print;

/** Whole numbers in Vietnamese words, as sums are repeated on decisions. */
final class VietnameseNumerals {

    private static final String[] DIGITS = {"không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"};
    private static final String[] GROUPS = {"", " nghìn", " triệu"};
    private static final long BILLION = 1_000_000_000L;

    private VietnameseNumerals() {}

    static String inWords(long number) {
        if (number < 0) {
            return "âm " + inWords(Math.negateExact(number));
        }
        return number == 0 ? DIGITS[0] : billions(number, false);
    }

    /** Above a billion the language counts billions: "hai nghìn tỷ". */
    private static String billions(long number, boolean continued) {
        long rest = number % BILLION;
        if (number < BILLION) {
            return belowBillion((int) rest, continued);
        }
        String head = billions(number / BILLION, continued) + " tỷ";
        return rest == 0 ? head : head + " " + belowBillion((int) rest, true);
    }

    private static String belowBillion(int number, boolean continued) {
        var words = new StringBuilder();
        int[] groups = {number % 1000, number / 1000 % 1000, number / 1_000_000};
        for (int i = groups.length - 1; i >= 0; i--) {
            if (groups[i] == 0) {
                continue;
            }
            boolean follows = continued || !words.isEmpty();
            words.append(words.isEmpty() ? "" : " ")
                    .append(group(groups[i], follows))
                    .append(GROUPS[i]);
        }
        return words.toString();
    }

    /** @param follows whether something larger was said before, so that an empty place is spoken */
    private static String group(int number, boolean follows) {
        int hundreds = number / 100;
        int tens = number / 10 % 10;
        int units = number % 10;
        var words = new StringBuilder();
        if (hundreds > 0 || follows) {
            words.append(DIGITS[hundreds]).append(" trăm");
        }
        if (tens == 0 && units == 0) {
            return words.toString();
        }
        if (!words.isEmpty()) {
            words.append(' ');
        }
        if (tens == 0) {
            return words.append(words.isEmpty() ? "" : "linh ")
                    .append(DIGITS[units])
                    .toString();
        }
        words.append(tens == 1 ? "mười" : DIGITS[tens] + " mươi");
        if (units > 0) {
            words.append(' ').append(unitAfterTens(tens, units));
        }
        return words.toString();
    }

    private static String unitAfterTens(int tens, int units) {
        if (units == 1 && tens > 1) {
            return "mốt";
        }
        return units == 5 ? "lăm" : DIGITS[units];
    }
}
