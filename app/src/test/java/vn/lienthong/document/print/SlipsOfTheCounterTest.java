package vn.lienthong.document.print;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;

class SlipsOfTheCounterTest {

    private static final PrintSets SETS = new PrintSets();
    private static final Printing PRINTING = new Printing(SETS);

    @Test
    void one_slip_names_every_dossier_of_a_visit_with_its_dates_papers_fee_and_the_sum() throws Exception {
        String text = ReadingAloud.of(PRINTING.print(SampleSlips.batchReceipt(3)));

        assertThat(text)
                .contains(
                        "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ", "(Dùng chung cho 03 hồ sơ nộp trong cùng một lượt)")
                .contains("H99.12-261120-0001", "H99.12-261120-0002", "H99.12-261120-0003")
                .contains("Hình thức nộp: Qua bưu chính công ích", "17:00 30/11/2026")
                .contains("Giấy báo tử hoặc giấy tờ thay thế Giấy báo tử", "không có giấy tờ nộp kèm")
                .contains("Tổng số phí, lệ phí: 8.000 đồng (Tám nghìn đồng)")
                .contains("NGƯỜI NỘP HỒ SƠ", "Phạm Quốc Tuấn")
                .doesNotContain("null");
    }

    @Test
    void each_dossier_of_a_visit_has_a_qr_code_of_its_own() throws Exception {
        try (PDDocument document = Loader.loadPDF(PRINTING.print(SampleSlips.batchReceipt(2)))) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 150);
            int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());

            Result[] codes = new QRCodeMultiReader()
                    .decodeMultiple(
                            new BinaryBitmap(new HybridBinarizer(
                                    new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels))),
                            Map.of(DecodeHintType.TRY_HARDER, true));

            assertThat(Arrays.stream(codes).map(Result::getText))
                    .containsExactlyInAnyOrder(
                            "https://dichvucong.an-hoa.example.vn/t/0001",
                            "https://dichvucong.an-hoa.example.vn/t/0002");
        }
    }

    @Test
    void the_slip_of_a_visit_is_form_01_of_the_circular_in_use() {
        assertThat(SETS.on(LocalDate.parse("2026-11-20"), "batch-receipt").source())
                .isEqualTo("Thông tư số 03/2025/TT-VPCP");
        assertThat(SETS.on(LocalDate.parse("2025-06-30"), "batch-receipt").source())
                .isEqualTo("Thông tư số 01/2018/TT-VPCP");
        assertThat(SETS.on(LocalDate.parse("2025-06-30"), "register")
                        .form("register")
                        .number())
                .isEqualTo("06");
        assertThat(SETS.on(LocalDate.parse("2026-11-20"), "register")
                        .form("register")
                        .number())
                .isEqualTo("07");
    }

    @Test
    void a_receipt_for_money_repeats_the_sum_in_words_and_says_who_took_it() throws Exception {
        String text = ReadingAloud.of(PRINTING.print(SampleSlips.feeReceipt(LocalDate.parse("2026-11-20"))));

        assertThat(text)
                .contains("BIÊN LAI THU PHÍ, LỆ PHÍ Số: 0000123")
                .contains("Số tiền: 24.000 đồng", "Số tiền viết bằng chữ: Hai mươi bốn nghìn đồng")
                .contains("NGƯỜI THU TIỀN (Ký, ghi rõ họ và tên) Phạm Quốc Tuấn", "đã nộp đủ");
    }

    @Test
    void from_2027_on_a_receipt_for_money_is_electronic() throws Exception {
        assertThat(ReadingAloud.of(PRINTING.print(SampleSlips.feeReceipt(LocalDate.parse("2026-12-31")))))
                .doesNotContain("ĐIỆN TỬ");
        assertThat(ReadingAloud.of(PRINTING.print(SampleSlips.feeReceipt(LocalDate.parse("2027-01-02")))))
                .contains("BIÊN LAI THU PHÍ, LỆ PHÍ ĐIỆN TỬ");
        assertThat(SETS.on(LocalDate.parse("2027-01-02"), "receipt").key()).isEqualTo("tt03-2025");
    }

    @Test
    void who_takes_a_part_of_the_results_reads_what_is_still_to_come() throws Exception {
        String text = ReadingAloud.of(PRINTING.print(SampleSlips.returnSlip(null)));

        assertThat(text)
                .contains("GIẤY BIÊN NHẬN TRẢ KẾT QUẢ (Trả một phần kết quả)")
                .contains("Nguyễn Văn Hải (người được ủy quyền)", "001190000321", "Giấy ủy quyền số 15/2026")
                .contains("1. Kết quả đã trả:", "Trích lục khai tử 45/TLKT")
                .contains("2. Kết quả trả sau:", "Xóa đăng ký thường trú Công an phường An Hòa 17:00 30/11/2026")
                .contains("NGƯỜI NHẬN KẾT QUẢ (Ký, ghi rõ họ và tên)");
    }

    @Test
    void a_signature_from_the_screen_stands_on_the_slip() throws Exception {
        byte[] pdf = PRINTING.print(SampleSlips.returnSlip(QrCode.dataUri("any image")));

        assertThat(ReadingAloud.of(pdf)).contains("(Đã ký trên màn hình tại quầy)");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getPage(0).getResources().getXObjectNames()).hasSize(1);
        }
    }

    @Test
    void the_book_lies_on_its_side_and_repeats_its_head_on_every_page() throws Exception {
        byte[] pdf = PRINTING.print(SampleSlips.register(30));

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
            document.getPages().forEach(page -> {
                PDRectangle sheet = page.getMediaBox();
                assertThat(sheet.getWidth()).isGreaterThan(sheet.getHeight());
            });
        }
        assertThat(ReadingAloud.of(pdf))
                .contains("SỔ THEO DÕI HỒ SƠ Từ ngày 01/11/2026 đến ngày 30/11/2026")
                .contains(List.of("Mã hồ sơ", "Cơ quan chủ trì giải quyết", "Ký nhận", "Ghi chú"))
                .contains("H99.12-261120-0030", "Nguyễn Thị Thanh Hà", "Quá hạn", "Tổng số: 30 hồ sơ")
                .doesNotContain("null");
    }
}
