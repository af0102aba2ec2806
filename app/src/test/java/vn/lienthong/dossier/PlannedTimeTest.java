package vn.lienthong.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.lienthong.agency.calendar.Budget;
import vn.lienthong.agency.calendar.BudgetUnit;

/** What a receipt says the whole may take. */
class PlannedTimeTest {

    private static final Budget SAME_DAY = Budget.sameDay(LocalTime.of(15, 0));

    @Test
    void parts_that_wait_for_each_other_add_up_and_the_slowest_chain_counts() {
        assertThat(PlannedTime.of(List.of(
                        part("civil-status", null, SAME_DAY),
                        part("police", "civil-status", Budget.of(3, BudgetUnit.WORKING_DAY)),
                        part("identity-police", "civil-status", Budget.of(7, BudgetUnit.WORKING_DAY)))))
                .contains(Budget.of(8, BudgetUnit.WORKING_DAY));
    }

    @Test
    void a_single_part_says_what_it_takes_itself() {
        assertThat(PlannedTime.of(List.of(part("civil-status", null, SAME_DAY))))
                .contains(SAME_DAY);
    }

    @Test
    void calendar_days_and_working_days_are_not_added_up() {
        assertThat(PlannedTime.of(List.of(
                        part("civil-status", null, Budget.of(8, BudgetUnit.CALENDAR_DAY)),
                        part("police", "civil-status", Budget.of(3, BudgetUnit.WORKING_DAY)))))
                .isEmpty();
    }

    private static PlannedTime.Part part(String leg, @Nullable String after, Budget budget) {
        return new PlannedTime.Part(leg, after, budget);
    }
}
