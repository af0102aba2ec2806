package vn.lienthong.agency.calendar;

import java.time.LocalDate;

/**
 * The day on which something counts as received.
 *
 * @param why what put it there
 */
record EffectiveDay(LocalDate date, Reason why) {

    enum Reason {
        IN_TIME,
        AFTER_CUT_OFF,
        AFTER_CLOSING,
        DAY_OFF
    }

    static EffectiveDay of(WorkingCalendar calendar, Start start, Budget budget) {
        // Work that is done the same day cannot be handed on in no time, so for it the close is never still in time.
        var closeIsInTime = start.planned() && budget.unit() != BudgetUnit.SAME_DAY;
        var moment = closeIsInTime ? start.at().minusNanos(1) : start.at();
        var date = calendar.dateOf(moment);
        if (!calendar.isWorkingDay(date)) {
            return new EffectiveDay(calendar.nextWorkingDay(date), Reason.DAY_OFF);
        }
        var cutOff = budget.cutOff();
        if (cutOff != null
                && !moment.isBefore(date.atTime(cutOff).atZone(calendar.zone()).toInstant())) {
            return new EffectiveDay(calendar.nextWorkingDay(date), Reason.AFTER_CUT_OFF);
        }
        if (!moment.isBefore(calendar.closeOf(date))) {
            return new EffectiveDay(calendar.nextWorkingDay(date), Reason.AFTER_CLOSING);
        }
        return new EffectiveDay(date, Reason.IN_TIME);
    }
}
