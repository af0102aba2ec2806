package vn.lienthong.design.draft;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which role of ours an agency's name means, and what became of agencies that are no more. */
final class Agencies {

    private record Known(Pattern name, String role) {}

    /**
     * An agency that was merged or abolished.
     *
     * @param now what it is now, in Vietnamese
     */
    record Former(Pattern name, String now) {}

    /** First match wins: what is narrower stands further up. */
    private static final List<Known> ROLES = List.of(
            known("trả kết quả", "returns"),
            known("một cửa|trung tâm phục vụ hành chính công|tiếp nhận", "reception"),
            known("đăng ký đất đai|vpđkđđ|chi nhánh.*đất đai", "land-office"),
            known("thuế", "tax"),
            known("bảo hiểm xã hội|bhxh", "social-insurance"),
            known("sở nội vụ", "home-affairs"),
            known("công an (cấp )?tỉnh|công an thành phố|phòng cảnh sát", "identity-police"),
            known("công an", "police"),
            known("hộ tịch|tư pháp", "civil-status"),
            known("văn hóa|xã hội|bảo trợ|lao động", "social-assistance"),
            known("kinh tế|tài chính|kinh doanh|xây dựng|hạ tầng|đô thị", "economy"),
            known("văn thư|văn phòng", "clerk"),
            known("chủ tịch|lãnh đạo|ủy ban nhân dân|uỷ ban nhân dân|ubnd|thủ trưởng", "leadership"));

    /** Since 1 July 2025 there is no district; departments of provinces were merged in spring of that year. */
    private static final List<Former> FORMER = List.of(
            former(
                    "bảo hiểm xã hội (cấp |quận|thị xã)?\\s*(huyện|quận|thị xã)|bhxh (cấp )?huyện",
                    "Bảo hiểm xã hội cơ sở"),
            former("chi cục thuế", "Thuế cơ sở"),
            former("công an (cấp )?(huyện|quận|thị xã)", "Công an cấp xã, hoặc Công an tỉnh"),
            former("phòng tư pháp", "Ủy ban nhân dân cấp xã (Tư pháp - hộ tịch)"),
            former("phòng (lao động|lđ)", "Phòng Văn hóa - Xã hội cấp xã; về người có công là Sở Nội vụ"),
            former("phòng tài chính|phòng kinh tế và hạ tầng|phòng quản lý đô thị", "Phòng Kinh tế cấp xã"),
            former("phòng tài nguyên", "Phòng Kinh tế cấp xã, Chi nhánh Văn phòng đăng ký đất đai"),
            former("sở kế hoạch và đầu tư", "Sở Tài chính"),
            former("sở lao động", "Sở Nội vụ"),
            former("sở tài nguyên", "Sở Nông nghiệp và Môi trường"),
            former("sở giao thông", "Sở Xây dựng"),
            former("sở thông tin và truyền thông", "Sở Khoa học và Công nghệ"),
            former(
                    "cấp huyện|ubnd (quận|huyện|thị xã)|ủy ban nhân dân (quận|huyện|thị xã)|(?<!\\S)huyện(?!\\S)",
                    "Ủy ban nhân dân cấp xã"));

    private Agencies() {}

    static Optional<String> role(String name) {
        String plain = plain(name);
        return ROLES.stream()
                .filter(known -> known.name().matcher(plain).find())
                .map(Known::role)
                .findFirst();
    }

    /** What of a text is no more: the first that matches, which is the narrowest. */
    static Optional<Former> former(String text) {
        String plain = plain(text);
        return FORMER.stream()
                .filter(former -> former.name().matcher(plain).find())
                .findFirst();
    }

    private static Known known(String pattern, String role) {
        return new Known(Pattern.compile(pattern), role);
    }

    private static Former former(String pattern, String now) {
        return new Former(Pattern.compile(pattern), now);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
