package vn.lienthong.document.print;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
        return IntStream.range(0, count)
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
        return IntStream.range(0, count).mapToObj(i -> all.get(i % all.size())).toList();
    }

    static final String LONG_NAME = "Công Tằng Tôn Nữ Nguyễn Hoàng Thục Khuê Quỳnh Phương Thảo Nguyên";

    static Person applicantWithLongName() {
        return new Person(
                LONG_NAME,
                "001183000123",
                "Căn hộ 2508, tòa nhà Hoa Phượng Tím, khu nhà ở xã hội An Hòa - Phú Lộc, đường Nguyễn Thị Minh Khai nối dài, tổ"
                        + " dân phố số 12, phường An Hòa",
                "0912 000 123",
                "cong.tang.ton.nu.thuc.khue.quynh.phuong.thao.nguyen@thu-dien-tu.example.vn");
    }

    static ReceiptPrint crowdedReceipt() {
        return receipt(
                applicantWithLongName(),
                new Person("Nguyễn Văn Bình", null, "Số 12, tổ 5, phường An Hòa", null, null),
                papers(14),
                legs(9));
    }

    static Signature director() {
        return new Signature(List.of("GIÁM ĐỐC"), "Đỗ Quang Vinh");
    }

    static SupplementRequestPrint supplementRequest() {
        return new SupplementRequestPrint(
                desk().withSymbol("07/TTPVHCC"),
                NUMBER,
                applicant(),
                "Liên thông điện tử: đăng ký khai tử, xóa đăng ký thường trú, giải quyết mai táng phí, tử tuất",
                papers(3),
                List.of(
                        "Giấy báo tử nộp kèm bị mờ, không đọc được ngày chết.",
                        "Chưa có văn bản ủy quyền của thân nhân cho người đứng ra nhận mai táng phí."),
                "Điều 12 Nghị định số 63/2024/NĐ-CP",
                "thẩm định hồ sơ tại Tư pháp - hộ tịch",
                1,
                at("2026-12-01T17:00:00"),
                contact(),
                new Signature(List.of("NGƯỜI HƯỚNG DẪN"), "Trần Thị Mai Lan"));
    }

    static RefusalPrint refusal() {
        return new RefusalPrint(
                desk().withSymbol("08/TTPVHCC"),
                NUMBER,
                applicant(),
                new Person("Nguyễn Văn Bình", null, "Số 12, tổ 5, phường An Hòa", null, null),
                at("2026-11-20T10:05:00"),
                "Đăng ký khai tử",
                List.of(
                        "Việc khai tử của người này đã được đăng ký tại Ủy ban nhân dân phường Phú Lộc ngày 18/11/2026."),
                "Điều 34 Luật Hộ tịch số 60/2014/QH13",
                contact(),
                new Signature(List.of("NGƯỜI TỪ CHỐI TIẾP NHẬN"), "Trần Thị Mai Lan"));
    }

    static ApologyPrint apology() {
        return new ApologyPrint(
                desk().withSymbol("09/TTPVHCC"),
                NUMBER,
                applicant(),
                at("2026-11-20T10:05:00"),
                "Trung tâm Phục vụ hành chính công phường An Hòa",
                "Hộ tịch",
                "đăng ký khai tử, xóa đăng ký thường trú",
                at("2026-11-30T17:00:00"),
                at("2026-11-30T17:00:00"),
                at("2026-12-03T17:00:00"),
                null,
                "việc đối chiếu thông tin cư trú giữa các cơ sở dữ liệu chưa hoàn thành.",
                "Công an phường An Hòa",
                List.of("Như trên", "Ủy ban nhân dân phường An Hòa (để báo cáo)", "Lưu: VT"),
                contact(),
                director());
    }

    static StopNoticePrint stopNotice() {
        return new StopNoticePrint(
                desk().withSymbol("10/TB-TTPVHCC"),
                NUMBER,
                applicant(),
                at("2026-11-20T10:05:00"),
                "đăng ký khai tử, xóa đăng ký thường trú",
                "người nộp hồ sơ, theo đơn ngày 23/11/2026",
                "Công an phường An Hòa đang thẩm định",
                "gia đình chưa thống nhất người đứng tên chủ hộ mới.",
                "Nghị định số 118/2025/NĐ-CP",
                "không phát sinh",
                papers(2),
                List.of("Như trên", "Lưu: VT"),
                contact(),
                director());
    }

    static ControlSlipPrint controlSlip(int handovers) {
        var all = List.of(
                new ControlSlipPrint.Handover(
                        "Trung tâm Phục vụ hành chính công",
                        "Tư pháp - hộ tịch phường An Hòa",
                        "Trần Thị Mai Lan",
                        at("2026-11-20T10:05:00"),
                        "Lê Minh Tuấn",
                        at("2026-11-20T10:20:00"),
                        at("2026-11-20T17:00:00"),
                        at("2026-11-20T15:40:00"),
                        ControlSlipPrint.Outcome.ON_TIME,
                        null),
                new ControlSlipPrint.Handover(
                        "Tư pháp - hộ tịch phường An Hòa",
                        "Công an phường An Hòa",
                        "Lê Minh Tuấn",
                        at("2026-11-20T15:40:00"),
                        "Bùi Đức Thắng",
                        at("2026-11-23T07:45:00"),
                        at("2026-11-30T17:00:00"),
                        at("2026-12-01T09:00:00"),
                        ControlSlipPrint.Outcome.LATE,
                        "Đã có văn bản xin lỗi số 09/TTPVHCC"),
                new ControlSlipPrint.Handover(
                        "Tư pháp - hộ tịch phường An Hòa",
                        "Phòng Văn hóa - Xã hội phường An Hòa",
                        "Lê Minh Tuấn",
                        at("2026-11-20T15:40:00"),
                        "Hoàng Thị Kim Oanh",
                        at("2026-11-20T16:10:00"),
                        at("2026-11-30T17:00:00"),
                        at("2026-11-26T10:00:00"),
                        ControlSlipPrint.Outcome.EARLY,
                        null),
                new ControlSlipPrint.Handover(
                        "Tư pháp - hộ tịch phường An Hòa",
                        "Bảo hiểm xã hội cơ sở An Hòa",
                        "Lê Minh Tuấn",
                        at("2026-11-20T15:40:00"),
                        null,
                        null,
                        at("2026-12-03T17:00:00"),
                        null,
                        null,
                        null));
        return new ControlSlipPrint(
                desk(),
                NUMBER,
                applicant(),
                "Liên thông điện tử: đăng ký khai tử, xóa đăng ký thường trú, giải quyết mai táng phí, tử tuất",
                at("2026-11-20T10:05:00"),
                "08 ngày làm việc",
                at("2026-12-03T17:00:00"),
                papers(2),
                IntStream.range(0, handovers)
                        .mapToObj(i -> all.get(i % all.size()))
                        .toList());
    }

    static Map<String, Object> death() {
        return Map.of(
                "applicant",
                Map.of(
                        "fullName", "Nguyễn Thị Thanh Hà",
                        "identityNumber", "001183000123",
                        "address", "Số 12, tổ 5, phường An Hòa"),
                "deceased",
                Map.of(
                        "fullName", "Nguyễn Văn Bình",
                        "gender", "MALE",
                        "dateOfBirth", "1948-03-02",
                        "ethnicity", "Kinh",
                        "nationality", "VNM",
                        "identityNumber", "001048000456",
                        "residence", Map.of("province", "demo", "commune", "an-hoa", "detail", "Số 12, tổ 5"),
                        "diedAt", "2026-11-17T21:40:00+07:00",
                        "placeOfDeath", "Bệnh viện Đa khoa An Hòa",
                        "cause", "Bệnh"),
                "deathNotice",
                Map.of(
                        "kind", "GIAY_BAO_TU",
                        "number", "118/GBT",
                        "issuedOn", "2026-11-18",
                        "issuer", "Bệnh viện Đa khoa An Hòa"),
                "household",
                Map.of("headName", "Nguyễn Văn Bình", "relation", "HEAD"),
                "registration",
                Map.of("number", "45/2026", "book", "01/2026-KT", "registeredOn", "2026-11-20"),
                "residence",
                Map.of("removedOn", "2026-11-26", "newHead", "NEW"),
                "beneficiary",
                Map.of(
                        "class", "SOCIAL_ASSISTANCE",
                        "payeeName", "Nguyễn Thị Thanh Hà",
                        "relation", "CHILD",
                        "bankAccount", "0011000123456",
                        "bankName", "Ngân hàng TMCP Ngoại thương Việt Nam"),
                "allowance",
                Map.of("amount", 10_000_000, "basis", "20 × 500000 đồng"),
                "benefit",
                Map.of("kind", "ONCE", "amount", 23_400_000, "basis", "10 × 2340000 đồng"));
    }

    /** Everything that results say, of whatever procedure. */
    private static Map<String, Object> facts() {
        Map<String, Object> facts = new HashMap<>(death());
        facts.putAll(business());
        facts.putAll(birth());
        facts.putAll(maternity());
        return facts;
    }

    private static Map<String, Object> birth() {
        return Map.of(
                "child",
                Map.of(
                        "fullName", "Nguyễn Minh An",
                        "gender", "MALE",
                        "bornAt", "2026-11-15T08:20:00+07:00",
                        "placeOfBirth", "Bệnh viện Đa khoa An Hòa, phường An Hòa",
                        "ethnicity", "Kinh",
                        "nationality", "VNM",
                        "hometown", "Phường An Hòa",
                        "identityNumber", "001226000015"),
                "mother",
                Map.of(
                        "fullName", "Trần Thị Bình",
                        "dateOfBirth", "1995-02-11",
                        "ethnicity", "Kinh",
                        "nationality", "VNM",
                        "address", "Số 15, tổ 2, phường An Hòa"),
                "person",
                Map.of(
                        "fullName", "Nguyễn Minh An",
                        "gender", "MALE",
                        "dateOfBirth", "2026-11-15",
                        "identityNumber", "001226000015",
                        "residence", Map.of("province", "demo", "commune", "an-hoa", "detail", "Số 15, tổ 2")),
                "healthCard",
                Map.of("number", "0126000015", "clinic", "Trạm Y tế phường An Hòa"),
                "identityCard",
                Map.of("validUntil", "2040-11-15"));
    }

    private static Map<String, Object> maternity() {
        return Map.of(
                "worker",
                Map.of("fullName", "Trần Thị Bình", "insuranceNumber", "0119500022"),
                "employer",
                Map.of("name", "Công ty TNHH May An Phát"),
                "claim",
                Map.of("kind", "BIRTH", "leaveFrom", "2026-05-18", "leaveTo", "2026-11-17"),
                "payment",
                Map.of("method", "EMPLOYER"));
    }

    private static Map<String, Object> business() {
        return Map.of(
                "owner",
                Map.of(
                        "fullName", "Trần Văn An",
                        "gender", "MALE",
                        "dateOfBirth", "1983-05-14",
                        "identityNumber", "001083000321",
                        "address", "Số 7, tổ 3, phường An Hòa"),
                "business",
                Map.of(
                        "name", "Hộ kinh doanh An Phát",
                        "mainLine", "Bán lẻ lương thực, thực phẩm, đồ uống",
                        "mainLineCode", "4711",
                        "otherLines", "Dịch vụ ăn uống",
                        "capital", 100_000_000,
                        "ownership", "INDIVIDUAL",
                        "address", Map.of("province", "demo", "commune", "an-hoa", "detail", "Số 7, tổ 3"),
                        "phone", "0912000456",
                        "taxMethod", "DECLARATION"),
                "tax",
                Map.of("number", "001083000321", "office", "Thuế cơ sở 1"));
    }

    static final String VERIFY_URL = "https://dichvucong.an-hoa.example.vn/verify";

    /** With long names everywhere, and about to be signed electronically. */
    static ResultPrint crowded(String code) {
        ResultPrint plain = result(code);
        @SuppressWarnings("unchecked")
        var facts = (Map<String, Object>) longer(facts());
        return new ResultPrint(
                plain.letterhead(),
                plain.number(),
                plain.code(),
                plain.title(),
                plain.subject(),
                plain.authority(),
                plain.area(),
                new Facts(facts),
                plain.legalBases(),
                plain.copies(),
                new Signature(plain.signature().capacity(), LONG_NAME),
                new Electronic(LONG_NAME, "Ủy ban nhân dân phường An Hòa", at("2026-11-20T10:05:32"), VERIFY_URL));
    }

    /** Every value of several words becomes a long name. */
    private static Object longer(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> longer = new HashMap<>();
            map.forEach((key, inner) -> longer.put(String.valueOf(key), longer(inner)));
            return longer;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(SamplePrints::longer).toList();
        }
        return value instanceof String text && text.contains(" ") && !text.matches(".*\\d.*") ? LONG_NAME : value;
    }

    static ResultPrint result(String code) {
        return switch (code) {
            case "residence-deregistration-notice" ->
                result(
                        code,
                        new Letterhead(null, "Công an phường An Hòa", "31/TB-CAP", "An Hòa", DAY),
                        "Thông báo kết quả xóa đăng ký thường trú",
                        "Trưởng Công an phường An Hòa",
                        new Signature(List.of("TRƯỞNG CÔNG AN PHƯỜNG"), "Bùi Đức Thắng"),
                        List.of("Luật Cư trú số 68/2020/QH14"));
            case "household-business-certificate" ->
                result(
                        code,
                        new Letterhead(
                                "Ủy ban nhân dân phường An Hòa",
                                "Phòng Kinh tế, Hạ tầng và Đô thị",
                                "001083000321",
                                "An Hòa",
                                DAY),
                        "Giấy chứng nhận đăng ký hộ kinh doanh",
                        "Trưởng phòng",
                        new Signature(List.of("KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"), "Trương Văn Hải"),
                        List.of());
            case "tax-office-notice" ->
                result(
                        code,
                        new Letterhead(null, "Thuế cơ sở 1", "7/TB-TCS1", "An Hòa", DAY),
                        "Thông báo cơ quan thuế quản lý trực tiếp",
                        "Trưởng Thuế cơ sở 1",
                        new Signature(List.of("TRƯỞNG THUẾ CƠ SỞ"), "Chu Thị Lan Phương"),
                        List.of());
            case "survivor-benefit-decision" ->
                result(
                        code,
                        new Letterhead(null, "Bảo hiểm xã hội cơ sở An Hòa", "52/QĐ-BHXH", "An Hòa", DAY),
                        "Quyết định hưởng chế độ tử tuất",
                        "Giám đốc Bảo hiểm xã hội cơ sở An Hòa",
                        new Signature(List.of("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), null),
                        List.of("Luật Bảo hiểm xã hội số 41/2024/QH15"));
            default ->
                result(
                        code,
                        new Letterhead(null, "Ủy ban nhân dân phường An Hòa", "12/QĐ-UBND", "An Hòa", DAY),
                        "Quyết định hỗ trợ chi phí mai táng",
                        "Chủ tịch Ủy ban nhân dân phường An Hòa",
                        new Signature(List.of("CHỦ TỊCH"), "Nguyễn Hữu Phước"),
                        List.of(
                                "Luật Tổ chức chính quyền địa phương số 72/2025/QH15",
                                "Nghị định số 20/2021/NĐ-CP của Chính phủ, Điều 11"));
        };
    }

    private static final LocalDate DAY = LocalDate.parse("2026-11-26");

    private static ResultPrint result(
            String code,
            Letterhead head,
            String title,
            String authority,
            Signature signature,
            List<String> legalBases) {
        return new ResultPrint(
                head,
                NUMBER,
                code,
                title,
                "hỗ trợ chi phí mai táng",
                authority,
                "phường An Hòa",
                new Facts(facts()),
                legalBases,
                List.of("Như Điều 3", "Lưu: VT, HS"),
                signature,
                null);
    }
}
