package vn.lienthong.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.command.Problem;
import vn.lienthong.procedure.ApplicationCheck.Application;
import vn.lienthong.workflow.Feel;

/** The sample dossiers of the lead procedure, checked against its real folder. */
class CheckingAnApplicationTest {

    private static final Path CASES = Path.of("src/test/resources/cases/death-registration");
    private static final Catalogue CATALOGUE = Catalogue.read(CheckingAnApplicationTest.class.getClassLoader(), null);
    private static final Feel FEEL = new Feel();

    static List<Path> cases() throws IOException {
        try (var files = Files.list(CASES)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_sample_dossier_has_exactly_the_faults_it_says(Path file) throws IOException {
        Map<String, Object> sample = json(file);
        Map<String, Object> expected = part(sample, "expect");

        List<Problem> problems =
                read(part(sample, "request"), receivedAt(sample)).problems();

        assertThat(problems.stream()
                        .map(problem -> Map.of("field", problem.field(), "code", problem.code()))
                        .toList())
                .isEqualTo(expected.getOrDefault("problems", List.of()));
    }

    @Test
    void all_nine_samples_are_there() throws IOException {
        assertThat(cases()).hasSize(9);
    }

    @Test
    void a_fault_in_every_part_is_told_at_once_and_in_order() throws IOException {
        var problems = problemsOf(request -> {
            request.put("channel", "PIGEON");
            part(request, "applicant").put("email", "nobody");
            part(request, "applicant").remove("fullName");
            part(part(request, "data"), "deceased").put("gender", "X");
            part(part(request, "data"), "deceased").put("dateOfBirth", "2026-12-24");
            part(request, "data").put("hobby", "chess");
            request.put("papers", List.of(Map.of("code", "to-khai", "form", "STONE", "copies", 0)));
        });

        assertThat(problems)
                .extracting(Problem::field, Problem::code)
                .containsExactly(
                        tuple("applicant.email", "email-invalid"),
                        tuple("applicant.fullName", "required"),
                        tuple("channel", "channel-not-offered"),
                        tuple("data.deathNotice", "paper-missing"),
                        tuple("data.deceased.dateOfBirth", "in-the-future"),
                        tuple("data.deceased.diedAt", "before-other-date"),
                        tuple("data.deceased.gender", "not-an-option"),
                        tuple("data.hobby", "unknown-field"),
                        tuple("papers.to-khai.copies", "not-a-count"),
                        tuple("papers.to-khai.form", "paper-form-not-accepted"));
    }

    @Test
    void a_death_notice_that_was_described_but_not_handed_in_is_missing_all_the_same() throws IOException {
        var problems = problemsOf(request -> {
            request.put("papers", List.of(Map.of("code", "to-khai", "form", "ELECTRONIC", "copies", 1)));
            part(part(request, "data"), "deathNotice").put("number", "");
        });

        assertThat(problems)
                .extracting(Problem::field, Problem::code)
                .containsExactly(
                        tuple("data.deathNotice", "paper-missing"), tuple("data.deathNotice.number", "required"));
    }

    @Test
    void a_paper_nobody_describes_is_missing_under_its_own_name() throws IOException {
        var problems = problemsOf(request ->
                request.put("papers", List.of(Map.of("code", "giay-bao-tu", "form", "ORIGINAL", "copies", 1))));

        assertThat(problems)
                .extracting(Problem::field, Problem::code)
                .containsExactly(tuple("papers.to-khai", "paper-missing"));
    }

    @Test
    void papers_nobody_asked_for_twice_the_same_and_without_a_form_are_told() throws IOException {
        var problems = problemsOf(request -> request.put(
                "papers",
                List.of(
                        Map.of("code", "giay-bao-tu", "form", "ORIGINAL"),
                        Map.of("code", "giay-bao-tu", "form", "COPY"),
                        Map.of("code", "to-khai"),
                        Map.of("code", "love-letter", "form", "ORIGINAL"),
                        Map.of("form", "ORIGINAL"),
                        "giay-bao-tu")));

        assertThat(problems)
                .extracting(Problem::field, Problem::code)
                .containsExactly(
                        tuple("papers.to-khai.form", "required"),
                        tuple("papers[1].code", "paper-twice"),
                        tuple("papers[3].code", "paper-unknown"),
                        tuple("papers[4].code", "required"),
                        tuple("papers[5]", "malformed"));
    }

    @Test
    void parts_of_the_wrong_kind_are_faults_and_no_crash() throws IOException {
        var problems = problemsOf(request -> {
            request.put("channel", List.of());
            request.put("applicant", "Hà");
            request.put("papers", 7);
            part(request, "data").put("deceased", List.of("Bình"));
            part(request, "data").put("package", "DEATH");
        });

        assertThat(problems)
                .extracting(Problem::field, Problem::code)
                .contains(
                        tuple("channel", "required"),
                        tuple("applicant", "malformed"),
                        tuple("papers", "malformed"),
                        tuple("data.deceased", "malformed"),
                        tuple("data.package", "malformed"))
                .doesNotContain(tuple("data.deceased.fullName", "required"));
    }

    @Test
    void nothing_at_all_is_answered_with_everything_that_is_needed() {
        var check = check(OffsetDateTime.parse("2026-11-20T10:00:00+07:00"));

        var problems = check.check(edition("2026-11-20"), null, null, null, null);

        assertThat(problems)
                .extracting(Problem::field, Problem::code)
                .contains(
                        tuple("channel", "required"),
                        tuple("applicant.fullName", "required"),
                        tuple("data.package", "required"),
                        tuple("data.deceased.fullName", "required"),
                        tuple("data.deathNotice", "paper-missing"))
                .doesNotContain(tuple("data.deathNotice.number", "required"));
    }

    @Test
    void the_rules_of_the_folder_itself_are_kept_and_told_in_its_words() throws IOException {
        var problems = problemsOf(request -> {
            part(request, "data").put("package", new ArrayList<>(List.of("RESIDENCE", "SURVIVOR")));
            part(request, "data")
                    .put(
                            "beneficiary",
                            Map.of("class", "MERIT", "payeeName", "Trần Thị Lan", "bankAccount", "0011000654321"));
        });

        assertThat(problems)
                .extracting(Problem::field, Problem::code)
                .containsExactly(
                        tuple("data.beneficiary.class", "survivor-needs-social-insurance"),
                        tuple("data.package", "death-always-in-package"));
        var sentences = new ProcedureMessages.Sentences(CATALOGUE);
        assertThat(problems)
                .allSatisfy(
                        problem -> assertThat(sentences.getMessage("problem." + problem.code(), null, Locale.ENGLISH))
                                .contains(" "));
    }

    @Test
    void a_household_without_a_residence_to_deregister_does_no_harm() throws IOException {
        var problems = problemsOf(request -> part(request, "data").put("package", List.of("DEATH")));

        assertThat(problems).isEmpty();
    }

    @Test
    void the_same_name_in_another_unicode_form_is_the_same_name() throws IOException {
        Map<String, Object> sample = json(CASES.resolve("01-two-items-morning.json"));
        Map<String, Object> request = part(sample, "request");
        Application composed = read(request, receivedAt(sample));
        part(part(request, "data"), "deceased")
                .put("fullName", "  " + Normalizer.normalize("Nguyễn Văn Bình", Normalizer.Form.NFD) + "\u00a0");

        Application decomposed = read(request, receivedAt(sample));

        assertThat(decomposed.problems()).isEmpty();
        assertThat(decomposed.data()).isEqualTo(composed.data());
    }

    @Test
    void a_result_can_only_be_sent_where_the_procedure_sends_it() throws IOException {
        var problems = problemsOf(request -> part(request, "data").put("delivery", Map.of("method", "POST")));

        assertThat(problems)
                .extracting(Problem::field, Problem::code)
                .containsExactly(tuple("data.delivery.address", "required"));
    }

    @Test
    void the_applicant_is_no_part_of_the_data() throws IOException {
        var problems = problemsOf(request -> part(request, "data").put("applicant", Map.of("fullName", "Hà")));

        assertThat(problems)
                .extracting(Problem::field, Problem::code)
                .containsExactly(tuple("data.applicant", "unknown-field"));
    }

    private static List<Problem> problemsOf(Consumer<Map<String, Object>> change) throws IOException {
        Map<String, Object> sample = json(CASES.resolve("01-two-items-morning.json"));
        Map<String, Object> request = part(sample, "request");
        change.accept(request);
        return read(request, receivedAt(sample)).problems();
    }

    private static Application read(Map<String, Object> request, OffsetDateTime receivedAt) {
        Edition edition = edition(receivedAt.toLocalDate().toString());
        return check(receivedAt)
                .read(
                        edition,
                        request.get("channel"),
                        request.get("applicant"),
                        request.get("data"),
                        request.get("papers"));
    }

    private static ApplicationCheck check(OffsetDateTime now) {
        return new ApplicationCheck(CATALOGUE, FEEL, Clock.fixed(now.toInstant(), Forms.ZONE));
    }

    private static Edition edition(String on) {
        return CATALOGUE.edition("death-registration", LocalDate.parse(on));
    }

    private static OffsetDateTime receivedAt(Map<String, Object> sample) {
        return OffsetDateTime.parse((String) Objects.requireNonNull(sample.get("receivedAt")));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> part(Map<String, Object> whole, String name) {
        return (Map<String, Object>) Objects.requireNonNull(whole.get(name));
    }

    private static Map<String, Object> json(Path file) throws IOException {
        return JsonMapper.shared().readValue(Files.readString(file), new TypeReference<>() {});
    }
}
