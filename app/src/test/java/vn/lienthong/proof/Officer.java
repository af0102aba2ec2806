package vn.lienthong.proof;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One account at one installation, over HTTP. Patient: while the installation is away, or answers that something went wrong
 * in it, the same request goes out again - a command under the same key, as every client of the API is told to do.
 *
 * @param line where the installation is reached, by a good line or a bad one
 */
record Officer(Installation installation, URI line, String account) {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Logger LOG = LoggerFactory.getLogger(Officer.class);

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private static final Map<String, LongAdder> TROUBLES = new ConcurrentHashMap<>();

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** @param sent how often it had to be sent before there was an answer */
    record Answer(int status, JsonNode body, int sent) {

        boolean accepted() {
            return status < 300;
        }
    }

    /** @param path below {@code /api/v1/} */
    Answer get(String path) throws InterruptedException {
        return untilAnswered(request(path).GET().build());
    }

    /**
     * @param path below {@code /api/v1/}
     * @param key the same for every try of the same command
     */
    Answer post(String path, Object body, String key) throws InterruptedException {
        return untilAnswered(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
    }

    /** Asks once and is content with any answer.
     *
     * @return its status; 0: there was none
     */
    int once(String path) throws InterruptedException {
        try {
            return HTTP.send(request(path).GET().build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    private HttpRequest.Builder request(String path) {
        String credentials = Base64.getEncoder().encodeToString((account + ":demo").getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(line.resolve("/api/v1/" + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Basic " + credentials);
    }

    /** Begins to count {@link #troubles()} anew: those of another test are not of this one. */
    static void forgetTroubles() {
        TROUBLES.clear();
    }

    /** What made everybody try again, and how often: a status, or the name of an exception. */
    static Map<String, Long> troubles() {
        Map<String, Long> counts = new TreeMap<>();
        TROUBLES.forEach((kind, count) -> counts.put(kind, count.sum()));
        return counts;
    }

    private static String kind(String trouble) {
        return trouble.split("[ :]", 2)[0];
    }

    private static Answer untilAnswered(HttpRequest request) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (int sent = 1; ; sent++) {
            String trouble;
            try {
                HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
                if (response.statusCode() < 500) {
                    return new Answer(response.statusCode(), JSON.readTree(response.body()), sent);
                }
                trouble = response.statusCode() + " " + response.body();
            } catch (IOException e) {
                trouble = e.toString();
            }
            LOG.debug("{} {}: {}", request.method(), request.uri(), trouble);
            TROUBLES.computeIfAbsent(kind(trouble), k -> new LongAdder()).increment();
            if (System.nanoTime() > end) {
                throw new IllegalStateException(request.method() + " " + request.uri() + ": " + trouble);
            }
            Thread.sleep(250);
        }
    }
}
