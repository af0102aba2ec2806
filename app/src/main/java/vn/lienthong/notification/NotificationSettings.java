package vn.lienthong.notification;

import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param from sender's address of messages to applicants; must be one that the mail server accepts
 * @param quiet when citizens are left alone
 * @param urgent notices that are sent at any hour, and why
 * @param patience how long a message may wait before a person should look; a mail server that restarts takes less
 */
@ConfigurationProperties("lienthong.notification")
record NotificationSettings(
        @DefaultValue("khong-tra-loi@lienthong.invalid") String from,
        @DefaultValue("15m") Duration patience,
        @DefaultValue Sms sms,
        @DefaultValue List<Quiet> quiet,
        @DefaultValue Map<String, String> urgent) {

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
     * Hours in which citizens are left alone on a channel, in the time of Vietnam.
     *
     * @param agency code of the agency that wants it so; null: everybody that has no rule of its own
     * @param until the same as {@code from}: no hour is quiet
     * @param restDays whether days on which the agency does not work are quiet from morning to night
     * @param reason why; for whoever reads this later
     */
    record Quiet(
            Message.Channel channel,
            @Nullable String agency,
            LocalTime from,
            LocalTime until,
            @DefaultValue("false") boolean restDays,
            String reason) {

        boolean holdsAt(LocalTime time) {
            boolean sinceFrom = !time.isBefore(from);
            boolean beforeUntil = time.isBefore(until);
            return from.isBefore(until) ? sinceFrom && beforeUntil : !from.equals(until) && (sinceFrom || beforeUntil);
        }

        /** When a day begins for citizens. */
        LocalTime firstHour() {
            return until.isBefore(from) ? until : LocalTime.MIN;
        }
    }
}
