package vn.lienthong.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.agency.calendar.Budget;
import vn.lienthong.agency.calendar.BudgetUnit;
import vn.lienthong.workflow.ProcessRef;

class ReadingAnEditionTest {

    private static final String GOOD = """
            code: "2.002913"
            names: {vi: "Liên thông khai tử", en: "Death, interconnected"}
            sector: {vi: "Hộ tịch", en: "Civil status"}
            legalBasis:
              - {document: "63/2024/NĐ-CP", article: "Điều 12", note: {vi: "Hai nhóm", en: "Two groups"}}
            area: deceased.residence.commune
            agencies:
              reception: {vi: "Bộ phận Một cửa", en: "One-stop desk"}
              civil-status: {vi: "Tư pháp - hộ tịch", en: "Civil status"}
              police: {vi: "Công an", en: "Police"}
            channels: [COUNTER, ONLINE]
            results: [COUNTER]
            application:
              - package
              - deceased
            legalLimit: {amount: 10, unit: WORKING_DAY}
            legs:
              - {id: civil-status, agency: civil-status, founding: true, budget: {amount: 1, unit: SAME_DAY, cutOff: "15:00"}}
              - {id: police, agency: police, procedure: residence-deregistration, after: civil-status, budget: {amount: 5, unit: WORKING_DAY}, papers: [giay-bao-tu], data: [deceased]}
            legsDecision: death-registration-legs
            decisionInputs: {residence: '=list contains(package,"RESIDENCE")'}
            papers:
              - {code: giay-bao-tu, names: {vi: "Giấy báo tử", en: "Death notice"}, required: true, forms: [ORIGINAL, COPY], describes: deathNotice}
            fee: {script: late-registration-fee.groovy}
            supplement: {policy: PAUSE_AND_EXTEND, rounds: 2, applicantLimit: {amount: 7, unit: WORKING_DAY}}
            variables:
              - {name: reviewOutcome, type: string, meaning: {vi: "Kết quả", en: "Outcome"}}
            ladder:
              - {at: "80%", of: STEP, to: assignee, does: ADVISE}
              - {at: "due", of: LEG, to: agency-head, does: ACT, agency: police}
            prints: {receipt: tt03-2025}
            """;

    @Test
    void a_complete_file_becomes_an_edition() {
        var result = read(GOOD);

        assertThat(result.faults()).isEmpty();
        Edition edition = edition(result);
        assertThat(edition.key()).isEqualTo("death-registration");
        assertThat(edition.legalLimit()).isEqualTo(Budget.of(10, BudgetUnit.WORKING_DAY));
        assertThat(edition.foundingLeg().orElseThrow().budget()).isEqualTo(Budget.sameDay(LocalTime.of(15, 0)));
        assertThat(edition.leg("police").orElseThrow().after()).isEqualTo("civil-status");
        assertThat(edition.names().in(Locale.forLanguageTag("vi"))).isEqualTo("Liên thông khai tử");
        assertThat(edition.nameOf(edition.legs().get(1), Locale.ENGLISH)).isEqualTo("Police");
        assertThat(edition.agencies().keySet()).containsExactly("reception", "civil-status", "police");
    }

    @Test
    void a_leg_may_bring_data_back_and_have_another_budget_in_cases_it_names() {
        var edition = edition(read(GOOD.replace(
                "data: [deceased]}",
                "data: [deceased], returns: [residence], otherBudgets: [{when: '=deceased.abroad = true', "
                        + "budget: {amount: 9, unit: WORKING_DAY}}]}")));

        Edition.Leg police = edition.leg("police").orElseThrow();
        assertThat(police.returns()).containsExactly("residence");
        assertThat(police.otherBudgets())
                .containsExactly(
                        new Edition.OtherBudget("=deceased.abroad = true", Budget.of(9, BudgetUnit.WORKING_DAY)));
    }

    @Test
    void a_procedure_may_be_given_less_time_as_a_leg_than_on_its_own() {
        var edition = edition(read(GOOD.replace("legs:\n", "linkedLimit: {amount: 3, unit: WORKING_DAY}\nlegs:\n")));

        assertThat(edition.limit()).isEqualTo(Budget.of(10, BudgetUnit.WORKING_DAY));
        assertThat(edition.limitAsLeg()).isEqualTo(Budget.of(3, BudgetUnit.WORKING_DAY));
    }

    @ParameterizedTest(name = "{0}: {2} at {3}")
    @CsvSource(
            delimiter = ';',
            value = {
                // what is replaced        ; by what                                 ; fault             ; place
                "code: \"2.002913\"        ; code: 2002913                           ; not-written-so    ; code",
                "area: deceased            ; aera: deceased                          ; unknown-key       ; aera",
                "en: \"Civil status\"}     ; eng: \"Civil status\"}                  ; missing           ; sector.en",
                "channels: [COUNTER, ONLINE]; channels: [COUNTER, PHONE]             ; not-one-of        ; channels[1]",
                "channels: [COUNTER, ONLINE]; channels: COUNTER                      ; not-a-list        ; channels",
                "channels: [COUNTER, ONLINE]; channels: [COUNTER, COUNTER]           ; twice             ; channels[1]",
                "legalLimit: {amount: 10,  ; legalLimit: {amount: ten,               ; not-a-number-between; legalLimit.amount",
                "legalLimit: {amount: 10,  ; legalLimit: {amount: 0,                 ; not-a-number-between; legalLimit.amount",
                "10, unit: WORKING_DAY     ; 10, unit: DAYS                          ; not-one-of        ; legalLimit.unit",
                "cutOff: \"15:00\"         ; cutOff: \"3pm\"                         ; not-written-so    ; legs[0].budget.cutOff",
                "budget: {amount: 5, unit: WORKING_DAY}, ; ''                        ; missing-budget    ; legs[1].budget",
                "agency: police            ; agency: polise                          ; unknown-role      ; legs[1].agency",
                "after: civil-status       ; after: civil                            ; unknown-leg       ; legs[1].after",
                "after: civil-status       ; after: police                           ; legs-wait-for-each-other; legs[1].after",
                "id: police                ; id: civil-status                        ; twice             ; legs[1].id",
                "procedure: residence-deregistration, ; ''                           ; missing           ; legs[1].procedure",
                "papers: [giay-bao-tu]     ; papers: [giay-khai-sinh]                ; unknown-paper     ; legs[1].papers[0]",
                "forms: [ORIGINAL, COPY]   ; forms: []                               ; missing           ; papers[0].forms",
                "required: true            ; required: maybe                         ; not-true-or-false ; papers[0].required",
                "fee: {script: late-registration-fee.groovy}; fee: {}                ; fee-script-or-amount; fee.script",
                "script: late-registration-fee.groovy; script: ../../etc/passwd      ; not-written-so    ; fee.script",
                "at: \"80%\"               ; at: soon                                ; not-written-so    ; ladder[0].at",
                "does: ACT, agency: police  ; does: ACT, agency: polise                ; unknown-role      ; ladder[1].agency",
                "legsDecision: death-registration-legs; ''                           ; inputs-without-decision; decisionInputs",
                "rounds: 2                 ; rounds: -1                              ; not-a-number-between; supplement.rounds",
                "data: [deceased]          ; otherBudgets: [{when: always, budget: {amount: 1, unit: HOUR}}]; not-written-so; legs[1].otherBudgets[0].when",
                "prints: {receipt: tt03-2025}; prints: [tt03-2025]                   ; not-a-mapping     ; prints",
            })
    void a_fault_is_named_with_its_path(String good, String bad, String code, String place) {
        assertThat(GOOD).contains(good);

        var result = read(GOOD.replace(good, bad));

        assertThat(result.edition()).isNull();
        assertThat(result.faults()).extracting(Fault::code, Fault::place).contains(tuple(code, place));
        assertThat(result.faults()).allSatisfy(fault -> {
            assertThat(fault.file()).isEqualTo("procedure.yml");
            assertThat(fault.sentence(Locale.ENGLISH)).isNotBlank().doesNotContain("{");
            assertThat(fault.sentence(Locale.forLanguageTag("vi"))).isNotBlank().doesNotContain("{");
        });
    }

    @Test
    void all_faults_are_named_at_once() {
        var result = read(GOOD.replace("code: \"2.002913\"", "code: x")
                .replace("amount: 10", "amount: -1")
                .replace("sector:", "sektor:"));

        assertThat(result.faults()).extracting(Fault::place).contains("code", "legalLimit.amount", "sector", "sektor");
    }

    @Test
    void a_key_written_twice_is_a_fault_with_its_line() {
        var result = read(GOOD + "code: \"2.000001\"\n");

        assertThat(result.faults()).extracting(Fault::code).containsExactly("not-yaml");
        assertThat(result.faults().get(0).place()).isEqualTo("32");
    }

    @Test
    void eleven_variables_are_too_many() {
        var variables = new StringBuilder("variables:\n");
        for (int i = 0; i < 11; i++) {
            variables.append("  - {name: v").append(i).append(", type: string, meaning: {vi: a, en: b}}\n");
        }

        var result = read(GOOD.replaceAll("variables:\n.*\n", variables.toString()));

        assertThat(result.faults()).extracting(Fault::code).containsExactly("too-many-variables");
    }

    @ParameterizedTest
    @CsvSource({"'{', not-yaml", "'', not-a-mapping", "'- a', not-a-mapping", "'a: &x [*x, *x]', missing"})
    void what_is_no_description_at_all_is_told_so(String yaml, String code) {
        var result = read(yaml);

        assertThat(result.faults()).extracting(Fault::code).contains(code);
    }

    @Test
    void brackets_without_end_do_not_bring_the_reader_down() {
        var result = read("a: " + "[".repeat(200_000));

        assertThat(result.faults()).isNotEmpty();
    }

    @Test
    void a_folder_without_description_is_a_fault() {
        var folder =
                new ProcedureFolder(new ProcessRef("death-registration", "2025-07-01"), Map.of(), Map.of(), Map.of());

        var result = EditionReader.read(folder);

        assertThat(result.faults()).extracting(Fault::code).containsExactly("no-description");
    }

    @ParameterizedTest
    @CsvSource({"DeathRegistration, 2025-07-01", "death-registration, 2025-7-1", "death-registration, latest"})
    void a_folder_is_named_by_key_and_day(String key, String edition) {
        var folder = new ProcedureFolder(
                new ProcessRef(key, edition),
                Map.of("procedure.yml", GOOD.getBytes(StandardCharsets.UTF_8)),
                Map.of(),
                Map.of());

        var result = EditionReader.read(folder);

        assertThat(result.faults()).extracting(Fault::code).containsExactly("not-written-so");
    }

    private static Edition edition(EditionReader.Result result) {
        return Objects.requireNonNull(result.edition());
    }

    private static EditionReader.Result read(String yaml) {
        return EditionReader.read(new ProcedureFolder(
                new ProcessRef("death-registration", "2025-07-01"),
                Map.of("procedure.yml", yaml.getBytes(StandardCharsets.UTF_8)),
                Map.of(),
                Map.of()));
    }
}
