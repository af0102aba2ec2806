package vn.lienthong.document.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Organisation;
import vn.lienthong.document.DocumentKind;
import vn.lienthong.document.Documents;
import vn.lienthong.document.IssuingFile;
import vn.lienthong.document.Numbering;
import vn.lienthong.document.StoredDocument;
import vn.lienthong.document.print.Letterheads;
import vn.lienthong.document.print.Printing;
import vn.lienthong.document.signing.Signing;
import vn.lienthong.document.signing.Verifying;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.workflow.CaseFile;
import vn.lienthong.workflow.ProcessRef;

@ModuleTest
class IssuingResultTest {

    private static final ProcessRef PROCESS = new ProcessRef("death-registration", "2025-07-01");

    private final String dossier = "D" + UUID.randomUUID();
    private final Map<String, Object> content = new HashMap<>(Map.of(
            "applicant", Map.of("fullName", "Nguyễn Thị Thanh Hà"),
            "deceased",
                    Map.of(
                            "fullName", "Nguyễn Văn Bình",
                            "gender", "MALE",
                            "dateOfBirth", "1948-03-02",
                            "nationality", "VNM",
                            "residence", Map.of("commune", "an-hoa", "detail", "Số 12, tổ 5"),
                            "diedAt", "2026-11-17T21:40:00+07:00",
                            "placeOfDeath", "Bệnh viện Đa khoa An Hòa"),
            "allowance", Map.of("amount", 10_000_000)));

    @Autowired
    Organisation organisation;

    @Autowired
    Letterheads letterheads;

    @Autowired
    Numbering numbering;

    @Autowired
    Printing printing;

    @Autowired
    Documents documents;

    @Autowired
    SigningResult signingResult;

    @Autowired
    Signing signing;

    @Autowired
    Verifying verifying;

    @Autowired
    CurrentCaller caller;

    @Autowired
    Clock clock;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void the_extract_is_printed_numbered_signed_and_filed() throws Exception {
        content.put("signing", Map.of("extract", "VICE_CHAIR"));

        caller.as("vanthu", () -> issue("death-extract", "an-hoa-tu-phap", "Lê Thị Hoa"));

        StoredDocument result = filed();
        assertThat(result.kind()).isEqualTo(DocumentKind.RESULT);
        assertThat(result.code()).isEqualTo("death-extract");
        assertThat(result.number()).matches("\\d{2,}/TLKT");
        assertThat(result.createdBy()).isEqualTo("vanthu");
        assertThat(text(result))
                .contains("TRÍCH LỤC KHAI TỬ", "ỦY BAN NHÂN DÂN PHƯỜNG AN HÒA", "Số: " + result.number())
                .contains("Nơi cư trú cuối cùng: Số 12, tổ 5, phường An Hòa")
                .contains("KT. CHỦ TỊCH PHÓ CHỦ TỊCH", "Lê Thị Hoa");
        assertThat(content.get("issued"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsKey("death-extract");
    }

    @Test
    void a_number_that_the_clerk_wrote_is_kept() {
        content.put("issuing", Map.of("extract", Map.of("number", " 99/TLKT-X ")));

        issue("death-extract", "an-hoa-tu-phap", null);

        assertThat(filed().number()).isEqualTo("99/TLKT-X");
    }

    @Test
    void every_agency_heads_signs_and_numbers_its_own_papers() throws Exception {
        issue("residence-deregistration-notice", "an-hoa-cong-an", "Bùi Đức Thắng");

        assertThat(filed().number()).matches("\\d{2,}/TB-CAP");
        assertThat(text(filed())).contains("CÔNG AN PHƯỜNG AN HÒA", "TRƯỞNG CÔNG AN PHƯỜNG", "Bùi Đức Thắng");
    }

    @Test
    void the_police_of_the_province_are_signed_for_by_their_director() throws Exception {
        issue("residence-deregistration-notice", "cong-an-tinh", null);

        assertThat(text(filed())).contains("CÔNG AN TỈNH", "GIÁM ĐỐC").doesNotContain("TRƯỞNG CÔNG AN");
    }

    @Test
    void a_division_may_sign_what_it_decides_itself() throws Exception {
        content.put("tax", Map.of("number", "001083000321"));

        issue("an-hoa-kinh-te", Map.of("result", "household-business-certificate", "signs", "unit", "numberOf", "tax"));

        assertThat(filed().number()).isEqualTo("001083000321");
        assertThat(text(filed()))
                .contains("PHÒNG KINH TẾ, HẠ TẦNG VÀ ĐÔ THỊ", "TRƯỞNG PHÒNG", "Trương Văn Hải")
                .doesNotContain("CHỦ TỊCH");
    }

    @Test
    void a_department_of_the_province_decides_in_its_own_name() throws Exception {
        issue("merit-funeral-allowance-decision", "so-noi-vu", null);

        assertThat(filed().number()).matches("\\d{2,}/QĐ-SNV");
        assertThat(text(filed())).contains("GIÁM ĐỐC SỞ NỘI VỤ", "An Hòa, ngày", "Mười triệu đồng");
    }

    @Test
    void a_result_without_a_template_becomes_a_plain_decision() throws Exception {
        issue("tree-felling-decision", "an-hoa-van-xa", null);

        assertThat(filed().code()).isEqualTo("tree-felling-decision");
        assertThat(text(filed())).contains("CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG AN HÒA", "Chấp thuận đề nghị của Ông/Bà");
    }

    @Test
    void a_register_gives_its_next_number_once() {
        take();
        Object first = content.get("registration");
        take();

        assertThat(first)
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .hasEntrySatisfying(
                        "number", number -> assertThat(String.valueOf(number)).matches("\\d{2,}/20\\d\\d"))
                .containsKey("registeredOn");
        assertThat(content.get("registration")).isEqualTo(first);
    }

    @Test
    void a_diagram_that_does_not_say_which_result_is_told_so() {
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> action("an-hoa", null).perform(dossier, PROCESS, "ServiceTask_IssueExtract", Map.of()))
                .withMessageContaining("ServiceTask_IssueExtract");
    }

    private Void issue(String result, String unit, @Nullable String signedBy) {
        transaction.executeWithoutResult(status ->
                action(unit, signedBy).perform(dossier, PROCESS, "ServiceTask_IssueResult", Map.of("result", result)));
        return null;
    }

    private void issue(String unit, Map<String, String> properties) {
        transaction.executeWithoutResult(
                status -> action(unit, null).perform(dossier, PROCESS, "ServiceTask_IssueResult", properties));
    }

    private void take() {
        var taking = new TakingNumber(files(), dossiers("an-hoa-tu-phap", null), organisation, numbering, clock);
        transaction.executeWithoutResult(status -> taking.perform(
                dossier,
                PROCESS,
                "ServiceTask_EnterRegister",
                Map.of("into", "registration", "numbering", "death-register")));
    }

    private IssuingResult action(String unit, @Nullable String signedBy) {
        var papers = new ResultPaper(
                dossiers(unit, signedBy),
                organisation,
                letterheads,
                numbering,
                printing,
                clock,
                "https://dichvucong.an-hoa.example.vn");
        return new IssuingResult(
                files(), papers, signingResult, signing, verifying, documents, organisation, caller, clock);
    }

    private StoredDocument filed() {
        List<StoredDocument> filed = documents.of(dossier);
        assertThat(filed).hasSize(1);
        return filed.get(0);
    }

    private String text(StoredDocument document) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(documents.content(document.id()))) {
            var stripper = new PDFTextStripper();
            return stripper.getText(pdf).replaceAll("[\\s\u00a0]+", " ");
        }
    }

    private ObjectProvider<CaseFile> files() {
        var beans = new StaticListableBeanFactory();
        beans.addBean("file", new CaseFile() {
            @Override
            public Map<String, Object> content(String businessKey) {
                return content;
            }

            @Override
            public void merge(String businessKey, Map<String, Object> computed) {
                content.putAll(computed);
            }

            @Override
            public boolean legPlanned(String businessKey, String leg) {
                return false;
            }
        });
        return beans.getBeanProvider(CaseFile.class);
    }

    private static ObjectProvider<IssuingFile> dossiers(String unit, @Nullable String signedBy) {
        var beans = new StaticListableBeanFactory();
        beans.addBean("dossiers", (IssuingFile) (number, process, result) -> new IssuingFile.Issuing(
                unit, signedBy, "Kết quả", "đăng ký khai tử", "an-hoa", List.of("Luật Hộ tịch số 60/2014/QH13")));
        return beans.getBeanProvider(IssuingFile.class);
    }
}
