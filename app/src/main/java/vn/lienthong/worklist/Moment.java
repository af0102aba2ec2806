package vn.lienthong.worklist;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import vn.lienthong.workflow.EngineClock;

/** A moment as sentences tell it. */
record Moment(OffsetDateTime at) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    static Moment of(Instant at) {
        return new Moment(at.atZone(EngineClock.ZONE).toOffsetDateTime());
    }

    String time() {
        return TIME.format(at);
    }

    String date() {
        return DATE.format(at);
    }

    String iso() {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at);
    }
}
