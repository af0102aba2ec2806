package vn.lienthong.interconnection.outbox;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the destination said when it took a message.
 *
 * @param status of HTTP, 2xx
 * @param body as it came; empty when it said nothing more
 */
public record Answer(int status, String body) {

    /** Refusals that are about this moment and not about the message: timeout, too early, too many. */
    private static final Set<Integer> FOR_NOW = Set.of(408, 425, 429);

    /** Of a problem the code alone, because what else it says may name a person. */
    private static final Pattern CODE = Pattern.compile("\"code\"\\s*:\\s*\"([a-z0-9.-]{1,60})\"");

    /**
     * Reads an answer of HTTP: 2xx is taken; 408, 425, 429 and everything that is no 4xx may be tried again, not before
     * Retry-After if it says so; every other 4xx is for good.
     */
    public static Answer of(HttpResponse<String> response, Clock clock) throws NotTaken {
        int status = response.statusCode();
        if (status / 100 == 2) {
            return new Answer(status, response.body());
        }
        String why = "HTTP " + status + code(response);
        Optional<Duration> after = response.headers().firstValue("Retry-After").flatMap(value -> wait(value, clock));
        if (status / 100 == 4 && !FOR_NOW.contains(status)) {
            throw new NotTaken(true, why);
        }
        if (after.isPresent()) {
            throw NotTaken.busy(why, after.get());
        }
        throw new NotTaken(false, why);
    }

    private static String code(HttpResponse<String> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        Matcher code = CODE.matcher(response.body());
        return type.contains("json") && code.find() ? " " + code.group(1) : "";
    }

    /** In seconds, or as a date. */
    private static Optional<Duration> wait(String value, Clock clock) {
        try {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value.strip())));
        } catch (NumberFormatException noSeconds) {
            return until(value, clock.instant());
        }
    }

    private static Optional<Duration> until(String value, Instant now) {
        try {
            Instant then = ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(Duration.between(now, then));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }
}
