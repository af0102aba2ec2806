package vn.lienthong.interconnection.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer of HTTP means for a message. */
class AnswerTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T02:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202})
    void an_answer_of_success_means_taken(int status) throws Exception {
        assertThat(Answer.of(answer(status, Map.of(), "ok"), CLOCK)).isEqualTo(new Answer(status, "ok"));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 410, 413, 415, 422, 451})
    void a_refusal_of_the_message_is_for_good(int status) {
        assertThat(notTaken(status, Map.of(), "").forGood()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 307, 408, 425, 429, 500, 501, 502, 503, 504})
    void trouble_of_the_moment_is_tried_again(int status) {
        assertThat(notTaken(status, Map.of(), "").forGood()).isFalse();
    }

    @Test
    void a_destination_says_how_long_it_wants_to_be_left_alone_in_seconds_or_as_a_date() {
        assertThat(notTaken(503, Map.of("Retry-After", "120"), "").after()).isEqualTo(Duration.ofMinutes(2));
        assertThat(notTaken(429, Map.of("Retry-After", "Fri, 20 Nov 2026 02:05:00 GMT"), "")
                        .after())
                .isEqualTo(Duration.ofMinutes(5));
        assertThat(notTaken(503, Map.of("Retry-After", "soon"), "").after()).isNull();
        assertThat(notTaken(503, Map.of(), "").after()).isNull();
    }

    @Test
    void of_a_problem_only_its_code_is_kept() {
        String problem = "{\"code\": \"invalid-envelope\", \"detail\": \"Nguyễn Thị Thanh Hà 048185000123\"}";

        assertThat(notTaken(422, Map.of("Content-Type", "application/problem+json"), problem)
                        .why())
                .isEqualTo("HTTP 422 invalid-envelope");
        assertThat(notTaken(500, Map.of("Content-Type", "text/html"), problem).why())
                .isEqualTo("HTTP 500");
        assertThat(notTaken(422, Map.of("Content-Type", "application/json"), "{\"code\": \"Nguyễn Thị Hà\"}")
                        .why())
                .isEqualTo("HTTP 422");
    }

    private static NotTaken notTaken(int status, Map<String, String> headers, String body) {
        return catchThrowableOfType(NotTaken.class, () -> Answer.of(answer(status, headers, body), CLOCK));
    }

    private static HttpResponse<String> answer(int status, Map<String, String> headers, String body)
            throws IOException, InterruptedException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            headers.forEach(exchange.getResponseHeaders()::add);
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } finally {
            server.stop(0);
        }
    }
}
