package vn.lienthong.notification;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * SMS, through a gateway that takes {@code POST {"to": "+84…", "text": "…", "reference": "…"}}. Every operator has an
 * interface of its own; whoever's differs puts a small translator in between. Off unless an address is configured.
 */
@Component
class SmsCarrier implements Carrier {

    /** The gateway understood and does not want this message. Any other refusal may be its own or our mistake. */
    private static final Set<Integer> REFUSED = Set.of(400, 413, 422);

    private final NotificationSettings.Sms settings;
    private final JsonMapper json;
    private final HttpClient http;

    SmsCarrier(NotificationSettings settings, JsonMapper json) {
        this.settings = settings.sms();
        this.json = json;
        this.http =
                HttpClient.newBuilder().connectTimeout(this.settings.timeout()).build();
    }

    @Override
    public Message.Channel channel() {
        return Message.Channel.SMS;
    }

    @Override
    public boolean available() {
        return url() != null;
    }

    @Override
    public void carry(Message message) throws NotCarried {
        URI url = url();
        if (url == null) {
            throw NotCarried.now("no gateway");
        }
        int status;
        try {
            status = http.send(request(url, message), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw NotCarried.now(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw NotCarried.now("interrupted");
        }
        if (status >= 300) {
            throw REFUSED.contains(status) ? NotCarried.ever("HTTP " + status) : NotCarried.now("HTTP " + status);
        }
    }

    private HttpRequest request(URI url, Message message) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("to", international(message.recipient()));
        body.put("text", message.body());
        body.put("reference", Long.toString(message.id()));
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(settings.timeout())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "message-" + message.id())
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)));
        if (!settings.token().isEmpty()) {
            request.header("Authorization", "Bearer " + settings.token());
        }
        return request.build();
    }

    /** As E.164 wants it: people write 0912 000 123. */
    static String international(String phone) {
        String digits = phone.replaceAll("[^0-9+]", "");
        return digits.startsWith("0") ? "+84" + digits.substring(1) : digits;
    }

    private @Nullable URI url() {
        URI url = settings.url();
        return url == null || !StringUtils.hasText(url.toString()) ? null : url;
    }
}
