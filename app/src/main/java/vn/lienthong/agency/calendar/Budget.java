package vn.lienthong.agency.calendar;

import java.time.LocalTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How much time somebody owes.
 *
 * @param amount at least 1; without meaning for {@link BudgetUnit#SAME_DAY}
 * @param cutOff what is received at this time or later counts as received on the next working day; without meaning for
 *     budgets in hours
 */
public record Budget(int amount, BudgetUnit unit, @Nullable LocalTime cutOff) {

    /** Beyond this nobody promises anything and arithmetic only wastes time. */
    public static final int MOST = 10_000;

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,5})\\s+([A-Z_]+)(?:\\s+(\\d{2}:\\d{2}))?");

    public Budget {
        if (unit == BudgetUnit.SAME_DAY ? amount < 0 : amount < 1) {
            throw new IllegalArgumentException("A budget must be at least 1 " + unit + ", not " + amount);
        }
        if (amount > MOST) {
            throw new IllegalArgumentException("A budget is at most " + MOST + " " + unit + ", not " + amount);
        }
    }

    public static Budget of(int amount, BudgetUnit unit) {
        return new Budget(amount, unit, null);
    }

    /** Due when the day of receipt closes; with a cut-off, what comes later is due when the next one closes. */
    public static Budget sameDay(@Nullable LocalTime cutOff) {
        return new Budget(1, BudgetUnit.SAME_DAY, cutOff);
    }

    /** Reads what a designer writes on a step: {@code 4 WORKING_HOUR}, {@code 1 SAME_DAY 15:00}. */
    public static Budget parse(String text) {
        var written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            throw new IllegalArgumentException("A budget is written \"4 WORKING_HOUR\", not \"" + text + "\"");
        }
        return new Budget(
                Integer.parseInt(written.group(1)),
                BudgetUnit.valueOf(written.group(2)),
                written.group(3) == null ? null : LocalTime.parse(written.group(3)));
    }

    @Override
    public String toString() {
        return amount + " " + unit + (cutOff == null ? "" : " " + cutOff);
    }
}
