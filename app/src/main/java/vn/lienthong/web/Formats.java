package vn.lienthong.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** How pages write dates, remaining time and numbers; {@code @formats} in templates. Null is written as nothing. */
@Component("formats")
public class Formats {

    /** The zone of every clock on the wall of every office. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss");

    private final MessageSource messages;

    Formats(MessageSource messages) {
        this.messages = messages;
    }

    public String date(@Nullable Instant at) {
        return at == null ? "" : DATE.format(at.atZone(ZONE));
    }

    public String time(@Nullable Instant at) {
        return at == null ? "" : TIME.format(at.atZone(ZONE));
    }

    public String dateTime(@Nullable Instant at) {
        return at == null ? "" : DATE_TIME.format(at.atZone(ZONE));
    }

    /** To the second, for what has to be told apart. */
    public String moment(@Nullable Instant at) {
        return at == null ? "" : MOMENT.format(at.atZone(ZONE));
    }

    public String day(@Nullable LocalDate on) {
        return on == null ? "" : DATE.format(on);
    }

    /** Seconds of working time: "45 phút", "3,2 giờ". */
    public String workingTime(long seconds, Locale locale) {
        if (seconds < 3600) {
            return messages.getMessage("web.time.minutes", new Object[] {Math.round(seconds / 60.0)}, locale);
        }
        String hours = String.format(locale, "%.1f", seconds / 3600.0);
        return messages.getMessage("web.time.hours", new Object[] {hours}, locale);
    }

    /** Money in đồng: {@code 1.234.567 ₫}. */
    public String money(long dong) {
        return String.format(Locale.forLanguageTag("vi-VN"), "%,d", dong).replace(',', '.') + " ₫";
    }

    /** Twelve digits of an identity card in groups of three; anything else as it is. */
    public String identityNumber(@Nullable String number) {
        if (number == null) {
            return "";
        }
        return number.matches("\\d{12}") ? number.replaceAll("(\\d{3})(?=\\d)", "$1 ") : number;
    }

    /** Ten digits as 4-3-3; anything else as it is. */
    public String phone(@Nullable String number) {
        if (number == null) {
            return "";
        }
        return number.matches("\\d{10}") ? number.replaceFirst("(\\d{4})(\\d{3})(\\d{3})", "$1 $2 $3") : number;
    }

    /** "Quá hạn 5 giờ làm việc", "Còn 2 ngày làm việc", "Đang tạm dừng". */
    public String words(DueCell due) {
        Locale locale = LocaleContextHolder.getLocale();
        if (due.state() == DueCell.State.PAUSED || due.state() == DueCell.State.MET) {
            String key = due.state() == DueCell.State.MET ? "web.due.met" : "web.due.paused";
            return messages.getMessage(key, null, locale);
        }
        String span = messages.getMessage("web.due.span." + due.unit().getKey(), new Object[] {due.amount()}, locale);
        String key = due.state() == DueCell.State.LATE ? "web.due.late" : "web.due.left";
        return messages.getMessage(key, new Object[] {span}, locale);
    }
}
