package vn.lienthong.notification;

import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param from sender's address of messages to applicants; must be one that the mail server accepts
 * @param patience how long a message may wait before a person should look; a mail server that restarts takes less
 */
@ConfigurationProperties("lienthong.notification")
record NotificationSettings(
        @DefaultValue("khong-tra-loi@lienthong.invalid") String from,
        @DefaultValue("15m") Duration patience,
        @DefaultValue Sms sms,
        @DefaultValue Quiet quiet) {

    /**
     * @param url where the gateway takes messages; empty: this installation sends no SMS
     * @param token sent as a bearer token; empty: none
     * @param timeout how long the gateway may take to answer; a whole batch must fit into {@link Sending#TAKEN_FOR}
     */
    record Sms(
            @Nullable URI url,
            @DefaultValue("") String token,
            @DefaultValue("10s") Duration timeout) {}

    /**
     * Hours in which no telephone is made to ring, in the time of Vietnam. Mail makes no noise and is sent at once.
     *
     * @param until the same as {@code from}: no hour is quiet
     */
    record Quiet(
            @DefaultValue("21:00") LocalTime from,
            @DefaultValue("07:00") LocalTime until) {

        boolean holdsAt(LocalTime time) {
            boolean sinceFrom = !time.isBefore(from);
            boolean beforeUntil = time.isBefore(until);
            return from.isBefore(until) ? sinceFrom && beforeUntil : !from.equals(until) && (sinceFrom || beforeUntil);
        }
    }
}
