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

    @Test
    void calendar_days_within_calendar_days_are_counted_alike() {
        var slow = Probe.good()
                .with(
                        "procedure.yml",
                        "probe-leg, after: own, budget: {amount: 2, unit: WORKING_DAY}",
                        "probe-leg, after: own, budget: {amount: 12, unit: CALENDAR_DAY}");

        assertThat(slow.with(
                                "procedure.yml",
                                "legalLimit: {amount: 4, unit: WORKING_DAY}",
                                "legalLimit: {amount: 15, unit: CALENDAR_DAY}")
                        .findings())
                .extracting(Finding::rule)
                .doesNotContain("exceeds-legal-limit");
        assertThat(slow.with(
                                "procedure.yml",
                                "legalLimit: {amount: 15, unit: CALENDAR_DAY}",
                                "legalLimit: {amount: 10, unit: WORKING_DAY}")
                        .findings())
                .extracting(Finding::rule)
                .contains("exceeds-legal-limit");
    }

    @Test
    void time_that_begins_anew_with_the_complete_dossier_is_not_added_to_what_was_before() {
        var look = """
                <sequenceFlow id="Flow_SupplementedToLook" sourceRef="IntermediateCatchEvent_Supplemented" targetRef="UserTask_Look"/>
                <userTask id="UserTask_Look" name="Xem hồ sơ bổ sung" camunda:formRef="check"><extensionElements><camunda:properties>
                  <camunda:property name="agency" value="reception"/><camunda:property name="duty" value="reception-officer"/>
                  <camunda:property name="budget" value="7 WORKING_HOUR"/></camunda:properties></extensionElements></userTask>
                <sequenceFlow id="Flow_LookToCompute" sourceRef="UserTask_Look" targetRef="ScriptTask_Compute"/>
                """;
        var probe = Probe.good()
                .with(
                        "probe.bpmn",
                        "<sequenceFlow id=\"Flow_SupplementedToCheck\" sourceRef=\"IntermediateCatchEvent_Supplemented\" targetRef=\"UserTask_Check\"/>",
                        look);

        assertThat(probe.findings()).extracting(Finding::rule).doesNotContain("exceeds-leg-budget");
        assertThat(probe.with("procedure.yml", "policy: RESTART", "policy: PAUSE_AND_EXTEND")
                        .findings())
                .extracting(Finding::rule)
                .contains("exceeds-leg-budget");
    }

    @Test
    void a_step_during_which_the_law_lets_the_clock_stand_still_takes_no_time() {
        var slow = Probe.good().with("probe.bpmn", "value=\"2 WORKING_HOUR\"/>", "value=\"10 CALENDAR_DAY\"/>");

        assertThat(slow.findings()).extracting(Finding::rule).contains("exceeds-leg-budget");
        assertThat(slow.with(
                                "probe.bpmn",
                                "value=\"10 CALENDAR_DAY\"/>",
                                "value=\"10 CALENDAR_DAY\"/><camunda:property name=\"pause\" value=\"20/2021/NĐ-CP\"/>")
                        .findings())
                .extracting(Finding::rule)
                .doesNotContain("exceeds-leg-budget");
    }

    @Test
    void a_leg_that_waits_for_no_other_runs_within_the_time_of_the_founding_one() {
        var probe = Probe.good()
                .with("procedure.yml", "legalLimit: {amount: 4,", "legalLimit: {amount: 3,")
                .with("procedure.yml", "founding: true, budget: {amount: 1,", "founding: true, budget: {amount: 3,");

        assertThat(probe.findings()).extracting(Finding::rule).contains("exceeds-legal-limit");
        assertThat(probe.with("procedure.yml", "procedure: probe-leg, after: own,", "procedure: probe-leg,")
                        .findings())
                .extracting(Finding::rule)
                .doesNotContain("exceeds-legal-limit");
    }
}
