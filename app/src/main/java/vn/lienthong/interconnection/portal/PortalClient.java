package vn.lienthong.interconnection.portal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.interconnection.outbox.Answer;
import vn.lienthong.interconnection.outbox.NotTaken;

/**
 * Speaks with the portal: logs in when it has to, keeps the token as long as it lasts, and reads the portal's own refusals,
 * which come with HTTP 200 and a {@code MaLoi} other than 0.
 */
@Component
class PortalClient {

    /** What the portal says when it has a dossier already: an answer got lost. */
    static final String KNOWN = "DA_TON_TAI";

    /** A token that ends during the call is none. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private static final String FINE = "0";

    private final PortalSettings settings;
    private final JsonMapper json;
    private final Clock clock;
    private final HttpClient http;
    private @Nullable Token token;

    PortalClient(PortalSettings settings, JsonMapper json, Clock clock) {
        this.settings = settings;
        this.json = json;
        this.clock = clock;
        this.http = HttpClient.newBuilder().connectTimeout(settings.timeout()).build();
    }

    private record Token(String value, Instant until) {}

    Answer get(String path, Map<String, String> query, UUID id) throws NotTaken {
        String parameters = query.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
        return send(token -> request(path + "?" + parameters, token, id).GET());
    }

    Answer post(String path, Map<String, @Nullable Object> body, UUID id) throws NotTaken {
        String text = json.writeValueAsString(body);
        return send(token -> request(path, token, id)
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(BodyPublishers.ofString(text)));
    }

    /** A file with its hash, as a form with parts. */
    Answer upload(String path, String name, String mediaType, String sha256, byte[] bytes, UUID id) throws NotTaken {
        String boundary = "----" + id;
        byte[] form = form(boundary, name, mediaType, sha256, bytes);
        return send(token -> request(path, token, id)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(form)));
    }

    JsonNode read(Answer answer) {
        try {
            return json.readTree(answer.body());
        } catch (JacksonException e) {
            return json.nullNode();
        }
    }

    /** A token that the portal takes no more is renewed once; a fresh one that it does not take is the operator's business. */
    private Answer send(Function<String, HttpRequest.Builder> call) throws NotTaken {
        HttpResponse<String> response = exchange(call.apply(token(false)));
        if (response.statusCode() == 401) {
            response = exchange(call.apply(token(true)));
        }
        if (response.statusCode() == 401 || response.statusCode() == 403) {
            throw new NotTaken(false, "HTTP " + response.statusCode());
        }
        return accepted(Answer.of(response, clock));
    }

    private Answer accepted(Answer answer) throws NotTaken {
        JsonNode said = read(answer);
        String code = said.path("MaLoi").asString("");
        if (said.isNull() || code.isEmpty()) {
            // A proxy on the way answers with a page, for example.
            throw new NotTaken(false, "no answer of the portal");
        }
        if (!code.equals(FINE) && !code.equals(KNOWN)) {
            throw new NotTaken(true, "portal " + (code.matches("[A-Z0-9_]{1,40}") ? code : "?"));
        }
        return answer;
    }

    private synchronized String token(boolean fresh) throws NotTaken {
        Token known = token;
        if (known != null && !fresh && clock.instant().isBefore(known.until().minus(MARGIN))) {
            return known.value();
        }
        token = null;
        HttpResponse<String> response = exchange(HttpRequest.newBuilder(address("/token"))
                .timeout(settings.timeout())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&username=" + encoded(settings.user())
                        + "&password=" + encoded(secret()))));
        if (response.statusCode() >= 400 && response.statusCode() < 500) {
            throw new NotTaken(false, "login refused: HTTP " + response.statusCode());
        }
        JsonNode said = read(Answer.of(response, clock));
        String value = said.path("access_token").asString("");
        if (value.isEmpty()) {
            throw new NotTaken(false, "login without a token");
        }
        Token got = new Token(
                value, clock.instant().plusSeconds(said.path("expires_in").asLong(300)));
        token = got;
        return got.value();
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) throws NotTaken {
        try {
            return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new NotTaken(false, e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotTaken(false, "interrupted");
        }
    }

    private HttpRequest.Builder request(String path, String token, UUID id) {
        return HttpRequest.newBuilder(address(path))
                .timeout(settings.timeout())
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .header("Idempotency-Key", id.toString());
    }

    private URI address(String path) {
        String base = settings.address().orElseThrow().toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }

    private String secret() throws NotTaken {
        if (settings.secretFile() == null) {
            return "";
        }
        try {
            return Files.readString(settings.secretFile()).strip();
        } catch (IOException e) {
            throw new NotTaken(false, "the password file cannot be read");
        }
    }

    private static byte[] form(String boundary, String name, String mediaType, String sha256, byte[] bytes) {
        try (var form = new ByteArrayOutputStream(bytes.length + 1_000)) {
            String begin = "--" + boundary + "\r\nContent-Disposition: form-data; name=";
            form.write((begin + "\"HashTepTin\"\r\n\r\n" + sha256 + "\r\n").getBytes(StandardCharsets.UTF_8));
            form.write((begin + "\"file\"; filename=\"" + name.replace("\"", "'") + "\"\r\nContent-Type: " + mediaType
                            + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            form.write(bytes);
            form.write(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
            return form.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
