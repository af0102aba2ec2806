package vn.lienthong.agency;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Days as decisions write them: both ends included, in the time of Viet Nam. */
final class Dates {

    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    private Dates() {}

    static boolean within(LocalDate day, LocalDate from, @Nullable LocalDate to) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, ZONE);
    }

    static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /** As sentences tell it. */
    static String written(LocalDate day) {
        return WRITTEN.format(day);
    }
}
