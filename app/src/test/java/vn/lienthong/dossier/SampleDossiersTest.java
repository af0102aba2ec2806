package vn.lienthong.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.workflow.TimeMachine;

/** Invented people, real rules: every sample dossier is promised, or refused, exactly as it should be. */
@ModuleTest
class SampleDossiersTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient database;

    @Autowired
    TimeMachine time;

    @AfterEach
    void now() {
        time.reset();
    }

    static Stream<String> samples() {
        return Stream.of(
                "01-two-items-morning",
                "02-after-cut-off",
                "03-three-items-social-assistance",
                "04-four-items-social-insurance",
                "05-merit-two-agencies",
                "06-before-tet",
                "07-no-death-notice",
                "08-died-tomorrow",
                "09-benefit-without-class");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void is_promised_or_refused_as_it_should_be(String name) throws Exception {
        JsonNode sample = sample(name);
        JsonNode expected = sample.get("expect");
        time.set(OffsetDateTime.parse(sample.get("receivedAt").asString()).toInstant());
        long before = dossiers();

        MockHttpServletResponse answer = send(sample.get("request").toString(), null);

        assertThat(answer.getStatus()).isEqualTo(expected.get("status").asInt());
        JsonNode body = JSON.readTree(answer.getContentAsString(StandardCharsets.UTF_8));
        if (answer.getStatus() == 201) {
            assertThat(answer.getHeader("Location"))
                    .endsWith("/api/v1/dossiers/" + body.get("number").asString());
            assertThat(instant(body.get("promisedAt"))).isEqualTo(instant(expected.get("promisedAt")));
            assertThat(legs(body)).containsExactlyElementsOf(legs(expected));
        } else {
            assertThat(answer.getContentType()).startsWith(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            assertThat(problems(body)).containsExactlyInAnyOrderElementsOf(problems(expected));
            assertThat(dossiers()).as("nothing is stored").isEqualTo(before);
        }
    }

    @Test
    void a_name_in_decomposed_letters_is_the_same_name() throws Exception {
        String request = sample("01-two-items-morning").get("request").toString();
        time.set(OffsetDateTime.parse("2026-11-20T10:05:00+07:00").toInstant());

        MockHttpServletResponse answer =
                send(java.text.Normalizer.normalize(request, java.text.Normalizer.Form.NFD), null);

        JsonNode body = JSON.readTree(answer.getContentAsString(StandardCharsets.UTF_8));
        assertThat(body.get("applicant").get("fullName").asString()).isEqualTo("Nguyễn Thị Thanh Hà");
    }

    @Test
    void a_repeated_command_answers_as_the_first_did_and_does_nothing_twice() throws Exception {
        String request = sample("01-two-items-morning").get("request").toString();
        time.set(OffsetDateTime.parse("2026-11-20T10:05:00+07:00").toInstant());
        String key = "sample-" + System.nanoTime();
        MockHttpServletResponse first = send(request, key);
        long after = dossiers();

        MockHttpServletResponse again = send(request, key);

        assertThat(again.getStatus()).isEqualTo(201);
        assertThat(again.getContentAsString(StandardCharsets.UTF_8))
                .isEqualTo(first.getContentAsString(StandardCharsets.UTF_8));
        assertThat(dossiers()).isEqualTo(after);
    }

    private MockHttpServletResponse send(String json, @org.jspecify.annotations.Nullable String key) throws Exception {
        var request = post("/api/v1/dossiers")
                .with(httpBasic("tiepnhan", "demo"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.getBytes(StandardCharsets.UTF_8));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return http.perform(request).andReturn().getResponse();
    }

    private long dossiers() {
        return database.sql("select count(*) from dossier.dossier")
                .query(Long.class)
                .single();
    }

    private static List<String> legs(JsonNode body) {
        List<String> legs = new ArrayList<>();
        body.get("legs").forEach(leg -> legs.add(leg.get("leg").asString() + " " + instant(leg.get("dueAt"))));
        return legs;
    }

    private static List<String> problems(JsonNode body) {
        List<String> problems = new ArrayList<>();
        body.get("problems")
                .forEach(p -> problems.add(
                        p.get("field").asString() + " " + p.get("code").asString()));
        return problems;
    }

    private static java.time.Instant instant(JsonNode text) {
        return OffsetDateTime.parse(text.asString()).toInstant();
    }

    private static JsonNode sample(String name) throws java.io.IOException {
        try (var in = SampleDossiersTest.class.getResourceAsStream("/cases/death-registration/" + name + ".json")) {
            return JSON.readTree(Objects.requireNonNull(in));
        }
    }
}
