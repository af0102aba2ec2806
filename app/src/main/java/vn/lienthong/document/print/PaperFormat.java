package vn.lienthong.document.print;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How dates, sums and codes are written on official papers; templates call it {@code vn}. */
public final class PaperFormat {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final char NO_BREAK = '\u00a0';
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter TIME_AND_DATE = DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy");

    PaperFormat() {}

    /** {@code 20/11/2026}. */
    public String date(LocalDate day) {
        return DATE.format(day);
    }

    /** {@code 20/11/2026}. */
    public String date(Instant at) {
        return DATE.format(at.atZone(ZONE));
    }

    /** {@code 17:00 ngày 20/11/2026}, for a table. */
    public String timeAndDate(Instant at) {
        return TIME_AND_DATE.format(at.atZone(ZONE));
    }

    /** {@code 10 giờ 05 phút, ngày 20 tháng 11 năm 2026}, for a sentence. */
    public String moment(Instant at) {
        var local = at.atZone(ZONE);
        return "%02d giờ %02d phút, %s".formatted(local.getHour(), local.getMinute(), longDate(local.toLocalDate()));
    }

    /** {@code ngày 05 tháng 02 năm 2026}: days below 10 and months below 3 get a zero (Decree 30/2020, appendix I, II.4). */
    public String longDate(LocalDate day) {
        String month = day.getMonthValue() < 3 ? "0" + day.getMonthValue() : String.valueOf(day.getMonthValue());
        return "ngày %02d tháng %s năm %d".formatted(day.getDayOfMonth(), month, day.getYear());
    }

    /** {@code 1.234.567 đồng}. */
    public String money(long dong) {
        return String.format(Locale.GERMANY, "%,d", dong) + NO_BREAK + "đồng";
    }

    /** {@code Một triệu hai trăm nghìn đồng}. */
    public String moneyInWords(long dong) {
        String words = VietnameseNumerals.inWords(dong);
        return words.substring(0, 1).toUpperCase(VIETNAMESE) + words.substring(1) + " đồng";
    }

    public String upper(String text) {
        return text.toUpperCase(VIETNAMESE);
    }

    /** A QR code of the text as an address that an {@code img} takes. */
    public String qr(String text) {
        return QrCode.dataUri(text);
    }
}
