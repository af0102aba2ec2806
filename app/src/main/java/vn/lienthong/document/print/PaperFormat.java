package vn.lienthong.document.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** How dates, sums and codes are written on official papers; templates call it {@code vn}. */
public final class PaperFormat {

    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final char NO_BREAK = '\u00a0';
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter SIGNED_AT = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss xxx");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private static final Pattern LONG_NUMBER = Pattern.compile("(?<![\\d.,])\\d{5,18}(?![\\d.,]\\d)");

    /** Where a name of an agency may not be torn apart. */
    private static final Pattern LOCALITY =
            Pattern.compile("(PHƯỜNG|XÃ|ĐẶC KHU|TỈNH|THÀNH PHỐ|CƠ SỞ)( [^ ]+){1,4}$|HÀNH CHÍNH CÔNG");

    private static final Map<String, Map<String, String>> WORDS = words();

    public PaperFormat() {}

    /** {@code 20/11/2026}. */
    public String date(LocalDate day) {
        return DATE.format(day);
    }

    /** {@code 20/11/2026}. */
    public String date(Instant at) {
        return DATE.format(at.atZone(ZONE));
    }

    /** {@code 17:00}. */
    public String time(Instant at) {
        return TIME.format(at.atZone(ZONE));
    }

    /** {@code 20.11.2026 10:05:32 +07:00}, as Decree 30/2020 wants the time of an electronic signature. */
    public String signedAt(Instant at) {
        return SIGNED_AT.format(at.atZone(ZONE));
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

    /** {@code ngày hai mươi, tháng mười một, năm hai nghìn không trăm hai mươi sáu}, as civil-status papers repeat a date. */
    public String dateInWords(LocalDate day) {
        String month = day.getMonthValue() == 4 ? "tư" : VietnameseNumerals.inWords(day.getMonthValue());
        return "ngày %s, tháng %s, năm %s"
                .formatted(
                        VietnameseNumerals.inWords(day.getDayOfMonth()),
                        month,
                        VietnameseNumerals.inWords(day.getYear()));
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

    /** {@code 20 × 500.000}: long numbers inside a text in groups of three, factors kept together. */
    public String grouped(String text) {
        return LONG_NUMBER
                .matcher(text)
                .replaceAll(number -> String.format(Locale.GERMANY, "%,d", Long.valueOf(number.group())))
                .replace(" × ", NO_BREAK + "×" + NO_BREAK);
    }

    public String upper(String text) {
        return text.toUpperCase(VIETNAMESE);
    }

    /** The name of an agency in capitals; a line may end before its locality but not inside it. */
    public String heading(String name) {
        return LOCALITY.matcher(upper(name)).replaceAll(place -> place.group().replace(' ', NO_BREAK));
    }

    /** What is there, with commas between. */
    public String listed(@Nullable String... parts) {
        return Arrays.stream(parts)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(", "));
    }

    /** How a part ended against its promise. */
    public String outcome(ControlSlipPrint.@Nullable Outcome outcome) {
        if (outcome == null) {
            return "Đang giải quyết";
        }
        return switch (outcome) {
            case EARLY -> "Trước hạn";
            case ON_TIME -> "Đúng hạn";
            case LATE -> "Quá hạn";
        };
    }

    /**
     * A value of a list of values as a paper writes it, from {@code prints/words.yml}; the value itself when the list
     * does not know it.
     */
    public String word(String list, String value) {
        return WORDS.getOrDefault(list, Map.of()).getOrDefault(value, value);
    }

    /** A QR code of the text as an address that an {@code img} takes. */
    public String qr(String text) {
        return QrCode.dataUri(text);
    }

    private static Map<String, Map<String, String>> words() {
        try (InputStream file = new ClassPathResource("prints/words.yml").getInputStream()) {
            return YAMLMapper.builder().build().readValue(file, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
