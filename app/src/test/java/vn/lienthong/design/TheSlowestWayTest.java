package vn.lienthong.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.agency.calendar.Budget;

class TheSlowestWayTest {

    @Test
    void the_path_that_takes_too_long_is_named_part_by_part() {
        var findings = Probe.good()
                .with("procedure.yml", "legalLimit: {amount: 4,", "legalLimit: {amount: 2,")
                .findings();

        assertThat(findings)
                .filteredOn(finding -> finding.rule().equals("exceeds-legal-limit"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message(Locale.ENGLISH))
                        .contains("needs 3 working days", "only 2 working days")
                        .contains("English for CallActivity_Police (2 working days)"));
    }

    @ParameterizedTest
    @CsvSource({
        "4 WORKING_HOUR, 240, 240",
        "1 SAME_DAY, 480, 480",
        "2 WORKING_DAY, 960, 960",
        "7 CALENDAR_DAY, 3360, 2400",
        "4 HOUR, 240, 240",
        "24 HOUR, 480, 480"
    })
    void budgets_are_compared_by_their_worst_case(String budget, long taken, long given) {
        assertThat(WorkTime.taken(Budget.parse(budget)).minutes()).isEqualTo(taken);
        assertThat(WorkTime.given(Budget.parse(budget)).minutes()).isEqualTo(given);
    }
}
