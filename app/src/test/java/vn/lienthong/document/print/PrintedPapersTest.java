package vn.lienthong.document.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class PrintedPapersTest {

    private static final PrintSets SETS = new PrintSets();
    private static final Printing PRINTING = new Printing(SETS);

    static Stream<Named<Supplier<byte[]>>> everything() {
        Map<String, Supplier<byte[]>> all = new LinkedHashMap<>();
        List<Print> forms = List.of(
                SamplePrints.receipt(),
                SamplePrints.supplementRequest(),
                SamplePrints.refusal(),
                SamplePrints.apology(),
                SamplePrints.stopNotice(),
                SamplePrints.controlSlip(9));
        for (String set : List.of("tt03-2025", "tt01-2018")) {
            forms.forEach(form -> all.put(set + " " + form.form(), () -> PRINTING.print(form, SETS.of(set))));
        }
        all.put("batch receipt", () -> PRINTING.print(SampleSlips.batchReceipt(3)));
        all.put("batch receipt of 2018", () -> PRINTING.print(SampleSlips.batchReceipt(2), SETS.of("tt01-2018")));
        all.put("register", () -> PRINTING.print(SampleSlips.register(30)));
        all.put(
                "fee receipt",
                () -> PRINTING.print(SampleSlips.feeReceipt(SamplePrints.desk().on())));
        all.put("return slip", () -> PRINTING.print(SampleSlips.returnSlip(null)));
        all.put("return slip, signed", () -> PRINTING.print(SampleSlips.returnSlip(QrCode.dataUri("any image"))));
        all.put("crowded receipt", () -> PRINTING.print(SamplePrints.crowdedReceipt()));
        for (String result : results()) {
            all.put(result, () -> PRINTING.print(SamplePrints.result(result)));
            all.put("crowded and signed " + result, () -> PRINTING.print(SamplePrints.crowded(result)));
        }
        return all.entrySet().stream().map(entry -> Named.of(entry.getKey(), entry.getValue()));
    }

    /** Every template of a result, and a result that has none. */
    static List<String> results() {
        try {
            return Stream.concat(
                            Stream.of(new PathMatchingResourcePatternResolver()
                                            .getResources("classpath:prints/results/*.html"))
                                    .map(template -> String.valueOf(template.getFilename())
                                            .replace(".html", ""))
                                    .filter(result ->
                                            !List.of("parts", "decision").contains(result)),
                            Stream.of("result-without-a-template"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("everything")
    void every_paper_can_be_archived_and_read_aloud(Supplier<byte[]> paper) throws Exception {
        byte[] pdf = paper.get();

        assertThat(PaperProof.faultsForTheArchive(pdf)).isEmpty();
        assertThat(PaperProof.faultsForReadingAloud(pdf)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everything")
    void every_paper_has_the_head_of_the_country_and_no_letter_that_the_font_lacks(Supplier<byte[]> paper)
            throws Exception {
        String text = text(paper.get());

        assertThat(text)
                .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "An Hòa, ngày 2")
                .contains(SamplePrints.NUMBER)
                .doesNotContain("#")
                .doesNotContain("null")
                .doesNotContain("${");
        assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("everything")
    void every_paper_is_set_in_tinos_and_carries_it(Supplier<byte[]> paper) throws Exception {
        try (PDDocument document = Loader.loadPDF(paper.get())) {
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    var font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).isTrue();
                    assertThat(font.getName()).contains("Tinos");
                }
            }
        }
    }

    @Test
    void the_receipt_tells_everything_of_the_form_and_both_dates_of_every_agency() throws Exception {
        String text = text(PRINTING.print(
                SamplePrints.receipt(SamplePrints.applicant(), null, SamplePrints.papers(4), SamplePrints.legs(4))));

        assertThat(text)
                .startsWith("ỦY BAN NHÂN DÂN PHƯỜNG AN HÒA TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG")
                .contains("GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ")
                .contains("Nguyễn Thị Thanh Hà", "001183000123", "Số 12, tổ 5, phường An Hòa", "0912 000 123")
                .contains("ha.nguyen@example.vn", "nộp trực tiếp", "Số lượng hồ sơ: 01 bộ", "miễn lệ phí")
                .contains("Giấy báo tử hoặc giấy tờ thay thế Giấy báo tử", "Tờ khai điện tử (Mẫu số 02)")
                .contains("Thời gian nhận hồ sơ: 10 giờ 05 phút, ngày 20 tháng 11 năm 2026")
                .contains("Thời gian hẹn trả kết quả: 17 giờ 00 phút, ngày 30 tháng 11 năm 2026")
                .contains("Công an phường An Hòa: Xóa đăng ký thường trú")
                .contains("17:00 30/11/2026 17:00 01/12/2026")
                .contains(SamplePrints.SECRET)
                .contains("Phạm Quốc Tuấn");
    }

    @Test
    void a_receipt_printed_again_shows_the_first_promise_beside_the_present_one() throws Exception {
        assertThat(text(PRINTING.print(SamplePrints.receipt()))).doesNotContain("(hẹn ban đầu:");

        ReceiptPrint first = SamplePrints.receipt();
        var again = new ReceiptPrint(
                first.letterhead(),
                first.number(),
                first.desk(),
                first.receivedAt(),
                first.receivedBy(),
                first.channel(),
                first.applicant(),
                first.owner(),
                first.subject(),
                first.papers(),
                first.sets(),
                first.legalLimit(),
                SamplePrints.at("2026-12-02T17:00:00"),
                first.originalPromisedAt(),
                first.legs(),
                first.delivery(),
                first.fee(),
                first.tracking(),
                first.contact());

        assertThat(text(PRINTING.print(again)))
                .contains("17 giờ 00 phút, ngày 02 tháng 12 năm 2026 (hẹn ban đầu: 17 giờ 00 phút, ngày 30 tháng 11");
    }

    @Test
    void the_qr_code_of_the_receipt_leads_to_the_public_page_of_the_dossier() throws Exception {
        assertThat(PaperProof.qr(PRINTING.print(SamplePrints.receipt()))).isEqualTo(SamplePrints.TRACKING_URL);
    }

    @ParameterizedTest
    @MethodSource("results")
    void long_names_and_much_content_fit_on_every_result(String result) throws Exception {
        byte[] pdf = PRINTING.print(SamplePrints.crowded(result));

        List<String> pages = PaperProof.pages(pdf);
        assertThat(String.join(" ", pages))
                .contains(SamplePrints.LONG_NAME)
                .contains("Ký bởi: " + SamplePrints.LONG_NAME);
        assertThat(pages.get(0))
                .as("Decree 30/2020: the first page has no number")
                .doesNotStartWith("1 ");
        for (int page = 2; page <= pages.size(); page++) {
            assertThat(pages.get(page - 1)).startsWith(page + " ");
        }
        assertThat(PaperProof.qr(pdf)).isEqualTo(SamplePrints.VERIFY_URL);
    }

    @Test
    void every_template_of_a_set_is_among_the_papers_that_are_tried() throws Exception {
        List<String> tried = everything().map(Named::getName).toList();
        for (String folder : List.of("tt03-2025", "tt01-2018", "slips")) {
            for (var template :
                    new PathMatchingResourcePatternResolver().getResources("classpath:prints/" + folder + "/*.html")) {
                String form = String.valueOf(template.getFilename()).replace(".html", "");
                assertThat(tried)
                        .as("a sample of %s/%s", folder, form)
                        .anyMatch(name -> name.equals(folder + " " + form) || name.startsWith(form.replace('-', ' ')));
            }
        }
    }

    @Test
    void slips_say_which_page_of_how_many() throws Exception {
        for (byte[] slip : List.of(
                PRINTING.print(SamplePrints.receipt()),
                PRINTING.print(SamplePrints.controlSlip(9)),
                PRINTING.print(SamplePrints.refusal(), SETS.of("tt01-2018")))) {
            List<String> pages = PaperProof.pages(slip);
            for (int page = 1; page <= pages.size(); page++) {
                assertThat(pages.get(page - 1)).contains("Trang " + page + "/" + pages.size());
            }
        }
    }

    @Test
    void an_ordinary_receipt_fits_on_one_page() throws Exception {
        assertThat(PaperProof.pages(PRINTING.print(SamplePrints.receipt()))).hasSize(1);
    }

    @Test
    void long_names_many_papers_and_many_legs_go_on_on_a_second_page_with_its_number() throws Exception {
        List<String> pages = PaperProof.pages(PRINTING.print(SamplePrints.crowdedReceipt()));

        assertThat(pages).hasSizeGreaterThan(1);
        assertThat(pages.get(0)).startsWith("ỦY BAN NHÂN DÂN CỘNG HÒA");
        for (int page = 1; page <= pages.size(); page++) {
            assertThat(pages.get(page - 1)).contains("Trang " + page + "/" + pages.size());
        }
        assertThat(String.join(" ", pages)).contains(SamplePrints.LONG_NAME);
    }

    @Test
    void a_name_typed_with_separate_marks_is_printed_like_any_other() throws Exception {
        String decomposed = Normalizer.normalize("Nguyễn Thị Thưởng Quỳnh", Normalizer.Form.NFD);

        String text = text(PRINTING.print(SamplePrints.receipt(
                new Person(decomposed, null, null, null, null), null, SamplePrints.papers(1), SamplePrints.legs(1))));

        assertThat(text).contains("Nguyễn Thị Thưởng Quỳnh");
    }

    @Test
    void what_people_type_is_printed_and_never_obeyed() throws Exception {
        String text = text(PRINTING.print(SamplePrints.receipt(
                new Person("<b>An</b> & \"Bình\" ${1+1} \u0001", null, null, null, null),
                null,
                SamplePrints.papers(1),
                SamplePrints.legs(1))));

        assertThat(text).contains("<b>An</b> & \"Bình\" ${1+1}");
    }

    @Test
    void a_template_reaches_neither_files_nor_the_network() throws Exception {
        byte[] pdf = PRINTING.pdf(
                "probe/reaching-out", Map.of("letterhead", SamplePrints.desk()), Locale.forLanguageTag("vi"));

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getPage(0).getResources().getXObjectNames()).isEmpty();
        }
    }

    @Test
    void the_forms_of_2018_look_as_they_did_then() throws Exception {
        PrintSet old = SETS.of("tt01-2018");

        assertThat(onPaper(PRINTING.print(SamplePrints.apology(), old)))
                .contains("PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ", "Mẫu số 04", "Thông tư số 01/2018/TT-VPCP");
        assertThat(onPaper(PRINTING.print(SamplePrints.controlSlip(1), old)))
                .contains("PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ", "Mẫu số 05", "01/2018/TT-VPCP");
        assertThat(onPaper(PRINTING.print(SamplePrints.receipt(), old)))
                .contains("Vào Sổ theo dõi hồ sơ, Quyển số", "Mẫu số 01", "01/2018/TT-VPCP");
    }

    @Test
    void a_form_that_an_old_circular_does_not_know_comes_from_the_present_one() throws Exception {
        assertThat(onPaper(PRINTING.print(SamplePrints.stopNotice(), SETS.of("tt01-2018"))))
                .contains("Dừng giải quyết hồ sơ", "Mẫu số 05", "Thông tư số 03/2025/TT-VPCP");
    }

    @Test
    void what_was_not_received_has_no_number_and_is_signed_by_whoever_guides() throws Exception {
        SupplementRequestPrint later = SamplePrints.supplementRequest();
        var atTheCounter = new SupplementRequestPrint(
                later.letterhead(),
                "",
                later.applicant(),
                later.subject(),
                later.papers(),
                later.reasons(),
                null,
                "tiếp nhận",
                1,
                null,
                later.contact(),
                new Signature(List.of(), "Trần Thị Mai Lan"));

        assertThat(text(PRINTING.print(atTheCounter)))
                .doesNotContain("Mã hồ sơ")
                .contains("Hồ sơ được tiếp nhận khi đã hoàn thiện đầy đủ", "NGƯỜI HƯỚNG DẪN (Ký, ghi rõ họ và tên)");
    }

    @Test
    void the_apology_asks_for_more_time_and_keeps_the_first_promise_in_sight() throws Exception {
        assertThat(text(PRINTING.print(SamplePrints.apology())))
                .contains("VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT")
                .contains("17 giờ 00 phút, ngày 30 tháng 11 năm 2026", "17 giờ 00 phút, ngày 03 tháng 12 năm 2026")
                .contains("Nơi nhận:", "- Lưu: VT.", "GIÁM ĐỐC", "Đỗ Quang Vinh");
    }

    @Test
    void the_control_slip_has_a_block_for_every_hand_over_and_says_how_it_ended() throws Exception {
        assertThat(text(PRINTING.print(SamplePrints.controlSlip(4))))
                .contains("TÊN CƠ QUAN", "THỜI GIAN GIAO, NHẬN HỒ SƠ", "KẾT QUẢ GIẢI QUYẾT HỒ SƠ", "GHI CHÚ")
                .contains("Người nhận: Bùi Đức Thắng", "Đúng hạn", "Quá hạn", "Trước hạn", "Đang giải quyết")
                .contains("Nhận: chưa xác nhận");
    }

    @Test
    void a_decision_repeats_the_sum_in_words() throws Exception {
        assertThat(text(PRINTING.print(SamplePrints.result("funeral-allowance-decision"))))
                .contains("CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG AN HÒA", "QUYẾT ĐỊNH:", "Điều 1.", "Điều 3.")
                .contains("10.000.000 đồng (bằng chữ: Mười triệu đồng); cách tính: 20 × 500.000 đồng");
    }

    @Test
    void the_death_extract_tells_what_the_register_says() throws Exception {
        assertThat(text(PRINTING.print(SamplePrints.result("death-extract"))))
                .contains("TRÍCH LỤC KHAI TỬ", "NGUYỄN VĂN BÌNH", "Giới tính: Nam; Dân tộc: Kinh; Quốc tịch: Việt Nam")
                .contains("Đã chết vào lúc: 21 giờ 40 phút, ngày 17 tháng 11 năm 2026")
                .contains("Nơi cư trú cuối cùng: Số 12, tổ 5, phường An Hòa", "Số đăng ký: 45/2026");
    }

    /** Time of the processor, because a busy machine says nothing about the program. */
    @Test
    void a_warm_print_takes_less_than_150_milliseconds() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 40; i++) {
            long before = threads.getCurrentThreadCpuTime();
            PRINTING.print(SamplePrints.receipt());
            best = Math.min(best, threads.getCurrentThreadCpuTime() - before);
        }

        assertThat(best / 1_000_000).isLessThan(150);
    }

    /** What a screen reader reads: the text in the order of the structure, not of the paint. */
    private static String text(byte[] pdf) throws IOException {
        return ReadingAloud.of(pdf);
    }

    private static String onPaper(byte[] pdf) throws IOException {
        return String.join(" ", PaperProof.pages(pdf));
    }
}
