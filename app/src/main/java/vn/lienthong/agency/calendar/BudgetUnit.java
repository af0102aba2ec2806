package vn.lienthong.agency.calendar;

/** What a budget is counted in. */
public enum BudgetUnit {
    /** Session time; a budget that ends exactly at the close of a session is due then. */
    WORKING_HOUR,
    /** The first day is not counted; due when the n-th working day closes. */
    WORKING_DAY,
    /** The first day is not counted; due when that day closes, or the next working day when it is a day off. */
    CALENDAR_DAY,
    /** Wall-clock hours, not moved by nights or days off. */
    HOUR,
    /** Due when the day of receipt closes. */
    SAME_DAY;

    /** Whether the budget is consumed by the minute and not by the day. */
    public boolean isHours() {
        return this == WORKING_HOUR || this == HOUR;
    }
}
