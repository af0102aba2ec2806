package vn.lienthong.document.print;

import static vn.lienthong.document.print.SamplePrints.NUMBER;
import static vn.lienthong.document.print.SamplePrints.SECRET;
import static vn.lienthong.document.print.SamplePrints.applicant;
import static vn.lienthong.document.print.SamplePrints.at;
import static vn.lienthong.document.print.SamplePrints.contact;
import static vn.lienthong.document.print.SamplePrints.desk;
import static vn.lienthong.document.print.SamplePrints.papers;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Slips and books of the counter, of invented people. */
final class SampleSlips {

    static final String OTHER_NUMBER = "H99.12-261120-0002";

    private SampleSlips() {}

    static Letterhead deskOn(LocalDate day) {
        Letterhead desk = desk();
        return new Letterhead(desk.governing(), desk.agency(), desk.symbol(), desk.place(), day);
    }

    static BatchReceiptPrint batchReceipt(int dossiers) {
        return new BatchReceiptPrint(
                desk(),
                "Trung tâm Phục vụ hành chính công phường An Hòa",
                "Phạm Quốc Tuấn",
                applicant(),
                IntStream.rangeClosed(1, dossiers)
                        .mapToObj(i -> new BatchReceiptPrint.Line(
                                "H99.12-261120-000" + i,
                                i % 2 == 1
                                        ? "Liên thông điện tử: đăng ký khai tử, xóa đăng ký thường trú"
                                        : "Cấp bản sao trích lục hộ tịch",
                                i % 2 == 1 ? "Trực tiếp" : "Qua bưu chính công ích",
                                papers(i % 3),
                                "05 ngày làm việc",
                                at("2026-11-20T10:05:00"),
                                at("2026-11-30T17:00:00"),
                                at("2026-11-30T17:00:00"),
                                i % 2 == 1 ? "không thu" : "8.000 đồng (Lệ phí cấp bản sao trích lục)",
                                new Tracking(
                                        "https://dichvucong.an-hoa.example.vn/t/000" + i,
                                        "dichvucong.an-hoa.example.vn/tra-cuu",
                                        SECRET)))
                        .toList(),
                8_000L * (dossiers / 2),
                contact());
    }

    static FeeReceiptPrint feeReceipt(LocalDate on) {
        return new FeeReceiptPrint(
                deskOn(on),
                NUMBER,
                "0000123",
                applicant(),
                "Lệ phí cấp bản sao trích lục hộ tịch",
                "Cấp bản sao trích lục hộ tịch",
                24_000,
                "Tiền mặt",
                "Phạm Quốc Tuấn",
                at("2026-11-20T10:05:00"),
                "đã nộp đủ");
    }

    static ReturnSlipPrint returnSlip(@Nullable String signature) {
        return new ReturnSlipPrint(
                desk(),
                NUMBER,
                "Trung tâm Phục vụ hành chính công phường An Hòa",
                at("2026-11-27T09:30:00"),
                "Võ Thị Kim Liên",
                applicant(),
                "Liên thông điện tử: đăng ký khai tử, xóa đăng ký thường trú",
                new ReturnSlipPrint.Collector(
                        "Nguyễn Văn Hải", "001190000321", "người được ủy quyền", "Giấy ủy quyền số 15/2026"),
                "Trực tiếp tại Bộ phận Một cửa",
                null,
                null,
                List.of(new ReturnSlipPrint.Result("Trích lục khai tử", "45/TLKT", "Tư pháp - hộ tịch phường An Hòa")),
                List.of(new ReturnSlipPrint.Later(
                        "Xóa đăng ký thường trú", "Công an phường An Hòa", at("2026-11-30T17:00:00"))),
                signature,
                contact());
    }

    static RegisterPrint register(int dossiers) {
        return new RegisterPrint(
                desk(),
                "Trung tâm Phục vụ hành chính công phường An Hòa",
                LocalDate.parse("2026-11-01"),
                LocalDate.parse("2026-11-30"),
                IntStream.rangeClosed(1, dossiers)
                        .mapToObj(i -> new RegisterPrint.Line(
                                "H99.12-261120-%04d".formatted(i),
                                "Liên thông điện tử: đăng ký khai tử, xóa đăng ký thường trú, giải quyết mai táng phí, tử tuất",
                                1,
                                applicant(),
                                "Tư pháp - hộ tịch phường An Hòa",
                                at("2026-11-20T10:05:00"),
                                at("2026-11-30T17:00:00"),
                                i % 2 == 0 ? null : at("2026-12-01T09:00:00"),
                                "Trực tiếp tại Bộ phận Một cửa",
                                i % 2 == 0 ? null : "Nguyễn Thị Thanh Hà",
                                i % 2 == 0 ? null : "Quá hạn"))
                        .toList(),
                "Lê Thị Tiếp");
    }
}
