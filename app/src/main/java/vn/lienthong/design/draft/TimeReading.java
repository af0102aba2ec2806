package vn.lienthong.design.draft;

import java.text.Normalizer;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lienthong.agency.calendar.Budget;
import vn.lienthong.agency.calendar.BudgetUnit;

/**
 * A time limit as a publication words it.
 *
 * @param budget what it probably means, the longest where it says several; null when nobody can tell
 */
record TimeReading(String text, @Nullable Budget budget, Set<Doubt> doubts) {

    /** What keeps a reading from being sure. */
    enum Doubt {
        NOT_SAID,
        UNREADABLE,
        UNIT_MISSING,
        CALENDAR_OR_WORKING,
        SEVERAL
    }

    private static final Pattern AMOUNT =
            Pattern.compile("(\\d{1,5})(?:\\s*\\([^)]{0,40}\\))?\\s*(ngày làm việc|giờ làm việc|ngày|giờ|tháng)?");
    private static final Pattern CUT_OFF = Pattern.compile("(?:sau|từ|trước)\\s*15\\s*(?:giờ|h)[^;.]*");
    private static final Pattern HALF_A_DAY = Pattern.compile("(?:1/2|½|0[,.]5|nửa)\\s*ngày(?: làm việc)?");
    private static final int HOURS_OF_A_DAY = 8;
    private static final int DAYS_OF_A_MONTH = 30;

    static TimeReading of(String written) {
        String text = Normalizer.normalize(written, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        if (text.isBlank() || text.matches(".*(không quy định|không có thời hạn).*")) {
            return new TimeReading(written, null, EnumSet.of(Doubt.NOT_SAID));
        }
        text = HALF_A_DAY.matcher(text).replaceAll("4 giờ làm việc");
        boolean cutOff = CUT_OFF.matcher(text).find();
        Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
        List<Budget> found = new ArrayList<>();
        if (text.contains("trong ngày") || text.contains("ngay khi")) {
            found.add(Budget.sameDay(cutOff ? LocalTime.of(15, 0) : null));
        }
        Matcher amount = AMOUNT.matcher(CUT_OFF.matcher(text).replaceAll(" "));
        while (amount.find()) {
            Budget budget = budget(Integer.parseInt(amount.group(1)), amount.group(2), doubts);
            if (budget != null && !found.contains(budget)) {
                found.add(budget);
            }
        }
        if (found.isEmpty()) {
            return new TimeReading(written, null, EnumSet.of(Doubt.UNREADABLE));
        }
        if (found.size() > 1) {
            doubts.add(Doubt.SEVERAL);
        }
        Budget longest = found.get(0);
        for (Budget budget : found) {
            longest = hours(budget) > hours(longest) ? budget : longest;
        }
        return new TimeReading(written, longest, doubts);
    }

    private static @Nullable Budget budget(int amount, @Nullable String unit, Set<Doubt> doubts) {
        if (amount < 1 || amount > Budget.MOST / DAYS_OF_A_MONTH) {
            return null;
        }
        if (unit == null) {
            doubts.add(Doubt.UNIT_MISSING);
            return Budget.of(amount, BudgetUnit.WORKING_DAY);
        }
        return switch (unit) {
            case "ngày làm việc" -> Budget.of(amount, BudgetUnit.WORKING_DAY);
            case "giờ làm việc" -> Budget.of(amount, BudgetUnit.WORKING_HOUR);
            case "giờ" -> Budget.of(amount, amount < 24 ? BudgetUnit.WORKING_HOUR : BudgetUnit.HOUR);
            case "tháng" -> {
                doubts.add(Doubt.CALENDAR_OR_WORKING);
                yield Budget.of(amount * DAYS_OF_A_MONTH, BudgetUnit.CALENDAR_DAY);
            }
            default -> {
                doubts.add(Doubt.CALENDAR_OR_WORKING);
                yield Budget.of(amount, BudgetUnit.CALENDAR_DAY);
            }
        };
    }

    /** Working hours, a day of any kind counted as one of work. */
    static int hours(Budget budget) {
        return switch (budget.unit()) {
            case WORKING_HOUR -> budget.amount();
            case WORKING_DAY, CALENDAR_DAY -> budget.amount() * HOURS_OF_A_DAY;
            case SAME_DAY -> HOURS_OF_A_DAY;
            case HOUR -> Math.max(1, budget.amount() * HOURS_OF_A_DAY / 24);
        };
    }

    /** As a step has it: {@code 2 WORKING_DAY}. */
    static String written(Budget budget) {
        return budget.amount() + " " + budget.unit()
                + (budget.unit() == BudgetUnit.SAME_DAY && budget.cutOff() != null ? " " + budget.cutOff() : "");
    }
}
