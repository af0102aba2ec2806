package vn.lienthong.interconnection;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The software of another agency, written from the published description and nothing of ours: it checks signatures with
 * the JDK alone, takes envelopes, and answers.
 */
final class OtherSystem implements AutoCloseable {

    static final String SECRET = "a-secret-of-both-sides-0123456789abcdef";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final BlockingQueue<JsonNode> taken = new LinkedBlockingQueue<>();
    private final List<String> complaints = new ArrayList<>();
    private volatile int status = 200;

    OtherSystem() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/envelopes", this::take);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/envelopes");
    }

    void answerWith(int code) {
        status = code;
    }

    /** The next envelope it took. */
    JsonNode next() throws InterruptedException {
        JsonNode envelope = taken.poll(20, TimeUnit.SECONDS);
        if (envelope == null) {
            throw new AssertionError("no envelope came; complaints: " + complaints);
        }
        return envelope;
    }

    boolean hasNone() throws InterruptedException {
        return taken.poll(1, TimeUnit.SECONDS) == null;
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String signature = exchange.getRequestHeaders().getFirst("Lienthong-Signature");
        int answer = status;
        if (!isOurs(signature, body)) {
            complaints.add("wrong signature " + signature);
            answer = 401;
        }
        byte[] receipt = new byte[0];
        if (answer == 200) {
            JsonNode envelope = JSON.readTree(body);
            taken.add(envelope);
            receipt = JSON.writeValueAsString(Map.of(
                            "envelope", envelope.path("id").asString(),
                            "handover", envelope.path("handover").asString(),
                            "receivedAt", Instant.now().toString(),
                            "number", "CA-2026-77"))
                    .getBytes(StandardCharsets.UTF_8);
        }
        exchange.sendResponseHeaders(answer, receipt.length == 0 ? -1 : receipt.length);
        exchange.getResponseBody().write(receipt);
        exchange.close();
    }

    /** RFC 7515 and 7797 by hand: base64url(header) "." body, HMAC-SHA256. */
    private static boolean isOurs(@Nullable String signature, byte[] body) {
        if (signature == null) {
            return false;
        }
        String[] parts = signature.split("\\.", -1);
        byte[] expected = hmac(parts[0], body);
        return parts.length == 3
                && parts[1].isEmpty()
                && MessageDigest.isEqual(expected, Base64.getUrlDecoder().decode(parts[2]));
    }

    private static byte[] hmac(String header, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(header.getBytes(StandardCharsets.US_ASCII));
            mac.update((byte) '.');
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An answer about a hand-over, as the published schema says. */
    static Map<String, Object> answer(JsonNode envelope, int sequence, String kind, Map<String, Object> more) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", UUID.randomUUID().toString());
        answer.put("handover", envelope.path("handover").asString());
        answer.put("sequence", sequence);
        answer.put("kind", kind);
        answer.put("sentAt", Instant.now().toString());
        answer.put("from", JSON.convertValue(envelope.path("to"), Map.class));
        answer.put("to", JSON.convertValue(envelope.path("from"), Map.class));
        answer.put("number", "CA-2026-77");
        answer.putAll(more);
        return answer;
    }

    /** @return status of the answer */
    static int send(int port, Map<String, Object> envelope) throws IOException, InterruptedException {
        return send(port, envelope, Instant.now(), SECRET);
    }

    static int send(int port, Map<String, Object> envelope, Instant signedAt, String secret)
            throws IOException, InterruptedException {
        byte[] body = JSON.writeValueAsString(envelope).getBytes(StandardCharsets.UTF_8);
        String from = JSON.valueToTree(envelope).path("from").path("code").asString();
        String header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("{\"alg\":\"HS256\",\"kid\":\"" + from + "\",\"b64\":false,\"crit\":[\"b64\"],\"iat\":"
                                + signedAt.getEpochSecond() + "}")
                        .getBytes(StandardCharsets.UTF_8));
        byte[] mac = secret.equals(SECRET) ? hmac(header, body) : new byte[32];
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create("http://127.0.0.1:" + port + "/api/v1/interconnection/envelopes"))
                                .header("Content-Type", "application/json")
                                .header(
                                        "Lienthong-Signature",
                                        header + ".."
                                                + Base64.getUrlEncoder()
                                                        .withoutPadding()
                                                        .encodeToString(mac))
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
