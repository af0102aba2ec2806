package vn.lienthong.design;

import java.util.Locale;
import vn.lienthong.agency.calendar.Budget;

/**
 * Budgets of different units made comparable: minutes of working time, eight hours a day. The worst case is meant: a
 * calendar day somebody may take can be a working day; of calendar days somebody has, two in seven are none.
 */
record WorkTime(long minutes) implements Finding.Told {

    private static final int HOUR = 60;
    private static final int DAY = 8 * HOUR;

    /** What somebody may take. */
    static WorkTime taken(Budget budget) {
        long amount = budget.amount();
        return new WorkTime(
                switch (budget.unit()) {
                    case WORKING_HOUR -> amount * HOUR;
                    case WORKING_DAY, CALENDAR_DAY -> amount * DAY;
                    case SAME_DAY -> DAY;
                    case HOUR -> amount / 24 * DAY + Math.min(amount % 24 * HOUR, DAY);
                });
    }

    /** What there is. */
    static WorkTime given(Budget budget) {
        long amount = budget.amount();
        return switch (budget.unit()) {
            case CALENDAR_DAY -> new WorkTime(Math.max(1, amount * 5 / 7) * DAY);
            case HOUR -> new WorkTime(amount < 24 ? amount * HOUR : Math.max(1, amount * 5 / 7 / 24) * DAY);
            default -> taken(budget);
        };
    }

    boolean isMoreThan(WorkTime other) {
        return minutes > other.minutes;
    }

    @Override
    public String in(Locale locale) {
        boolean english = locale.getLanguage().equals("en");
        long days = minutes / DAY;
        long hours = minutes % DAY / HOUR;
        long rest = minutes % HOUR;
        var text = new StringBuilder();
        if (days > 0) {
            append(text, days, english ? (days == 1 ? "working day" : "working days") : "ngày làm việc");
        }
        if (hours > 0 || (days == 0 && rest == 0)) {
            append(text, hours, english ? (hours == 1 ? "working hour" : "working hours") : "giờ làm việc");
        }
        if (rest > 0) {
            append(text, rest, english ? "minutes" : "phút");
        }
        return text.toString();
    }

    private static void append(StringBuilder text, long amount, String unit) {
        text.append(text.isEmpty() ? "" : " ").append(amount).append(' ').append(unit);
    }
}
