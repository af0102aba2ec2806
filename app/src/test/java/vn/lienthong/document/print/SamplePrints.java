package vn.lienthong.document.print;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Forms of invented people, as a ward prints them. */
final class SamplePrints {

    static final String NUMBER = "H99.12-261120-0001";
    static final String SECRET = "K7QX-93MD";
    static final String TRACKING_URL =
            "https://dichvucong.an-hoa.example.vn/tra-cuu?number=H99.12-261120-0001&secret=K7QX-93MD";

    private SamplePrints() {}

    static Instant at(String local) {
        return OffsetDateTime.parse(local + "+07:00").toInstant();
    }

    static Letterhead desk() {
        return new Letterhead(
                "Ủy ban nhân dân phường An Hòa",
                "Trung tâm Phục vụ hành chính công",
                null,
                "An Hòa",
                LocalDate.parse("2026-11-20"));
    }

    static Person applicant() {
        return new Person(
                "Nguyễn Thị Thanh Hà",
                "001183000123",
                "Số 12, tổ 5, phường An Hòa",
                "0912 000 123",
                "ha.nguyen@example.vn");
    }

    static Contact contact() {
        return new Contact("Trần Thị Bích Ngọc", "0236 100 2000", "an-hoa.example.vn");
    }

    static Tracking tracking() {
        return new Tracking(TRACKING_URL, "dichvucong.an-hoa.example.vn/tra-cuu", SECRET);
    }

    static ReceiptPrint receipt() {
        return receipt(applicant(), null, papers(2), legs(2));
    }

    static ReceiptPrint receipt(Person applicant, @Nullable Person owner, List<PaperLine> papers, List<LegLine> legs) {
        Instant promised = at("2026-11-30T17:00:00");
        return new ReceiptPrint(
                desk(),
                NUMBER,
                "Trung tâm Phục vụ hành chính công phường An Hòa",
                at("2026-11-20T10:05:00"),
                "Phạm Quốc Tuấn",
                "nộp trực tiếp",
                applicant,
                owner,
                "Liên thông điện tử: đăng ký khai tử, xóa đăng ký thường trú, giải quyết mai táng phí, tử tuất",
                papers,
                1,
                "05 ngày làm việc, kể từ ngày nhận đủ hồ sơ hợp lệ",
                promised,
                promised,
                legs,
                "Trung tâm Phục vụ hành chính công phường An Hòa",
                "miễn lệ phí",
                tracking(),
                contact());
    }

    static List<PaperLine> papers(int count) {
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(i -> switch (i % 4) {
                    case 0 -> new PaperLine("Giấy báo tử hoặc giấy tờ thay thế Giấy báo tử", 1, 0, 0, 0);
                    case 1 -> new PaperLine("Tờ khai điện tử (Mẫu số 02)", 0, 0, 0, 1);
                    case 2 -> new PaperLine("Văn bản ủy quyền có chứng thực", 0, 1, 0, 0);
                    default ->
                        new PaperLine(
                                "Giấy tờ, tài liệu chứng minh sự kiện chết đối với người chết đã lâu", 0, 0, 2, 0);
                })
                .toList();
    }

    static List<LegLine> legs(int count) {
        var all = List.of(
                new LegLine(
                        "Tư pháp - hộ tịch, UBND phường An Hòa",
                        "Đăng ký khai tử",
                        NUMBER,
                        "Trong ngày",
                        at("2026-11-20T17:00:00"),
                        at("2026-11-20T17:00:00")),
                new LegLine(
                        "Công an phường An Hòa",
                        "Xóa đăng ký thường trú",
                        "G01.H99.12-261120-0001",
                        "05 ngày làm việc",
                        at("2026-11-30T17:00:00"),
                        at("2026-11-30T17:00:00")),
                new LegLine(
                        "Phòng Văn hóa - Xã hội, UBND phường An Hòa",
                        "Hỗ trợ chi phí mai táng cho đối tượng bảo trợ xã hội",
                        null,
                        "05 ngày làm việc",
                        at("2026-11-30T17:00:00"),
                        at("2026-12-01T17:00:00")),
                new LegLine(
                        "Bảo hiểm xã hội cơ sở An Hòa",
                        "Giải quyết chế độ tử tuất",
                        null,
                        "08 ngày làm việc",
                        at("2026-12-03T17:00:00"),
                        at("2026-12-03T17:00:00")));
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(i -> all.get(i % all.size()))
                .toList();
    }
}
