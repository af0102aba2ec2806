package vn.lienthong.command;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.springframework.boot.jackson.JacksonComponent;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Moments leave the API as the clock on the wall shows them, with its offset: {@code 2026-11-30T17:00:00+07:00}. */
@JacksonComponent
class TimeWithOffset extends ValueSerializer<Instant> {

    @Override
    public void serialize(Instant moment, JsonGenerator json, SerializationContext context) {
        json.writeString(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                moment.atZone(context.getTimeZone().toZoneId())));
    }
}
