package vn.lienthong.document.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.citizen.Sample;
import vn.lienthong.command.Refused;
import vn.lienthong.document.DocumentKind;
import vn.lienthong.document.Documents;
import vn.lienthong.document.StoredDocument;
import vn.lienthong.document.print.PaperProof;
import vn.lienthong.document.print.ReadingAloud;
import vn.lienthong.document.signing.CheckedSignature;
import vn.lienthong.document.signing.Verification;
import vn.lienthong.document.signing.Verification.Verdict;
import vn.lienthong.document.signing.Verifying;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Receiving;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.workflow.ProcessModel;
import vn.lienthong.workflow.ProcessModels;
import vn.lienthong.workflow.ProcessRef;
import vn.lienthong.workflow.Processes;
import vn.lienthong.workflow.TimeMachine;
import vn.lienthong.worklist.Completing;

/** An official signs at the step that is made for it, a clerk issues what was signed and nothing else. */
@ModuleTest
class SigningAResultTest {

    private static final ProcessRef PROCESS = new ProcessRef("death-registration", "2025-07-01");
    private static final Map<String, String> OFFICERS = Map.of(
            "UserTask_VerifyAndRegister", "hotich",
            "UserTask_SignExtract", "lanhdao",
            "UserTask_IssueExtract", "vanthu");

    @Autowired
    Receiving receiving;

    @Autowired
    Processes processes;

    @Autowired
    ProcessModels models;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Completing completing;

    @Autowired
    Documents documents;

    @Autowired
    Verifying verifying;

    @Autowired
    CurrentCaller caller;

    @Autowired
    TimeMachine time;

    @Autowired
    JdbcClient jdbc;

    private DossierNumber number = new DossierNumber("");

    @BeforeEach
    void aDossierThatWaitsForItsSignature() {
        Sample sample = Sample.of("01-two-items-morning");
        time.set(sample.receivedAt());
        number = caller.as("tiepnhan", () -> receiving.receive(sample.application()));
        untilStep("UserTask_SignExtract");
    }

    @AfterEach
    void now() {
        time.reset();
    }

    @Test
    void signing_draws_up_the_whole_paper_with_number_and_date_in_the_officials_name() throws Exception {
        complete("UserTask_SignExtract", null);

        StoredDocument signed = only(DocumentKind.SIGNED);
        assertThat(documents.of(number.value())).noneMatch(d -> d.kind() == DocumentKind.RESULT);
        assertThat(signed.createdBy()).isEqualTo("lanhdao");
        assertThat(signed.number()).matches("\\d{2,}/TLKT");
        byte[] pdf = documents.content(signed.id());
        assertThat(ReadingAloud.of(pdf)).contains("Số: " + signed.number(), "Ký bởi: Nguyễn Hữu Phước", "Số đăng ký:");
        assertThat(verifying.verify(pdf).signatures()).singleElement().satisfies(signature -> {
            assertThat(signature.signer()).isEqualTo("Nguyễn Hữu Phước");
            assertThat(signature.agencyCode()).isEqualTo("H99.12");
            assertThat(signature.at()).isEqualTo(time.now());
            assertThat(signature.coversAll()).isTrue();
        });
        assertThat(verifying.verify(pdf).known()).as("not out yet").isNull();
    }

    @Test
    void issuing_seals_what_was_signed_and_files_it_as_it_is() throws Exception {
        complete("UserTask_SignExtract", null);
        StoredDocument signed = only(DocumentKind.SIGNED);
        time.set(time.now().plusSeconds(3_600));
        complete("UserTask_IssueExtract", null);

        StoredDocument result = only(DocumentKind.RESULT);
        byte[] pdf = documents.content(result.id());
        Verification found = verifying.verify(pdf);
        assertThat(result.number()).isEqualTo(signed.number());
        assertThat(found.verdict()).isEqualTo(Verdict.DEMONSTRATION);
        assertThat(found.signatures())
                .extracting(CheckedSignature::signer)
                .containsExactly("Nguyễn Hữu Phước", "Ủy ban nhân dân phường An Hòa");
        assertThat(found.known()).isNotNull();
        assertThat(PaperProof.faultsForTheArchive(pdf)).isEmpty();
        assertThat(String.join(" ", PaperProof.pages(pdf))).contains("/verify");
    }

    @Test
    void sent_back_instead_of_signed_nothing_is_drawn_up() {
        complete("UserTask_SignExtract", "return");

        assertThat(documents.of(number.value())).noneMatch(d -> d.kind() == DocumentKind.SIGNED);
    }

    @Test
    void a_paper_that_was_changed_after_it_was_signed_is_not_issued() {
        complete("UserTask_SignExtract", null);
        StoredDocument signed = only(DocumentKind.SIGNED);
        jdbc.sql("update document.content set bytes = set_byte(bytes, 9000, 255 - get_byte(bytes, 9000))"
                        + " where sha256 = decode(:sha, 'hex')")
                .param("sha", signed.sha256())
                .update();

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> complete("UserTask_IssueExtract", null))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("signed-result-does-not-hold"));
        assertThat(documents.of(number.value())).noneMatch(d -> d.kind() == DocumentKind.RESULT);
    }

    @Test
    void a_clerk_who_issues_on_paper_gets_a_sheet_with_room_for_ink() throws Exception {
        complete("UserTask_SignExtract", null);
        String taskId = step("UserTask_IssueExtract");
        caller.as(
                "vanthu",
                () -> completing.complete(taskId, "done", Map.of("issuing", Map.of("extract", "PAPER")), null));

        StoredDocument result = only(DocumentKind.RESULT);
        byte[] pdf = documents.content(result.id());
        assertThat(result.number()).isEqualTo(only(DocumentKind.SIGNED).number());
        assertThat(verifying.verify(pdf).verdict()).isEqualTo(Verdict.UNSIGNED);
        assertThat(ReadingAloud.of(pdf)).contains("Nguyễn Hữu Phước").doesNotContain("Ký bởi");
    }

    @Test
    void every_procedure_that_issues_a_result_says_where_it_is_signed() {
        List<ProcessModel> issuing = catalogue.inForce(LocalDate.of(2026, 11, 20)).stream()
                .map(edition -> models.of(edition.ref()))
                .filter(model -> model.nodes().stream()
                        .anyMatch(node -> IssuingResult.EXPRESSION.equals(
                                node.attributes().get("delegateExpression"))))
                .toList();

        assertThat(issuing)
                .hasSizeGreaterThan(15)
                .allSatisfy(model -> assertThat(model.nodes())
                        .as(model.id())
                        .anyMatch(node -> node.properties().containsKey("signsResult")));
    }

    private StoredDocument only(DocumentKind kind) {
        List<StoredDocument> found = documents.of(number.value()).stream()
                .filter(document -> document.kind() == kind)
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private void untilStep(String wanted) {
        for (int i = 0; i < 10 && !open().contains(wanted); i++) {
            open().forEach(step -> complete(step, null));
        }
    }

    private Set<String> open() {
        return processes.openSteps(number.value()).stream()
                .map(Processes.OpenStep::step)
                .collect(Collectors.toSet());
    }

    private String step(String name) {
        return processes.openSteps(number.value()).stream()
                .filter(step -> step.step().equals(name))
                .findFirst()
                .orElseThrow()
                .taskId();
    }

    private void complete(String name, @Nullable String outcome) {
        String ordinary = models.of(PROCESS).outcomes(name).stream()
                .filter(ProcessModel.Outcome::isDefault)
                .findFirst()
                .orElseThrow()
                .id();
        caller.as(
                OFFICERS.getOrDefault(name, "tiepnhan"),
                () -> completing.complete(
                        step(name),
                        outcome == null ? ordinary : outcome,
                        Map.of(),
                        outcome == null ? null : "xem lại"));
    }
}
