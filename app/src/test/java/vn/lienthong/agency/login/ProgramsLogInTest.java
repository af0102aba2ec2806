package vn.lienthong.agency.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.agency.Organisation;
import vn.lienthong.testing.ModuleTest;

/** The API knows who calls, and says so when it does not: in the caller's language, as a problem detail. */
@ModuleTest
class ProgramsLogInTest {

    private final Visitor program;
    private final JsonMapper json;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Organisation organisation;

    @Autowired
    ProgramsLogInTest(
            @LocalServerPort int port,
            JsonMapper json,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Organisation organisation) {
        this.program = new Visitor(port);
        this.json = json;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.organisation = organisation;
    }

    @ParameterizedTest
    @CsvSource({
        "tiepnhan,  an-hoa-mot-cua,   reception-officer",
        "traketqua, an-hoa-mot-cua,   returns-officer",
        "giamdoc,   an-hoa-mot-cua,   centre-director",
        "hotich,    an-hoa-tu-phap,   case-officer",
        "lanhdao,   an-hoa,           agency-head",
        "vanthu,    an-hoa-van-phong, clerk",
        "congan,    an-hoa-cong-an,   case-officer agency-head clerk",
        "baotro,    an-hoa-van-xa,    case-officer unit-head",
        "noivu,     so-noi-vu,        case-officer agency-head clerk",
        "bhxh,      bhxh-co-so,       case-officer agency-head clerk",
        "giamsat,   an-hoa,           supervisor",
        "thietke,   an-hoa,           process-designer",
        "nghiepvu,  an-hoa,           business-administrator",
        "quantri,   an-hoa,           technical-administrator",
        "thanhtra,  an-hoa,           inspector",
        "tiepnhan2, phu-loc-mot-cua,  reception-officer returns-officer",
        "congan2,   phu-loc-cong-an,  case-officer agency-head clerk",
    })
    void every_demonstration_account_with_its_password(String username, String unit, String duties) {
        HttpResponse<String> answer = program.get("/api/v1/me", "Authorization", Visitor.basic(username, "demo"));

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode me = json.readTree(answer.body());
        assertThat(me.get("username").asString()).isEqualTo(username);
        assertThat(me.get("posts").valueStream().map(post -> post.get("unit").asString()))
                .containsOnly(unit);
        assertThat(me.get("posts").valueStream().map(post -> post.get("duty").asString()))
                .containsExactlyInAnyOrder(duties.split(" "));
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void the_answer_speaks_the_callers_language() {
        String caller = Visitor.basic("hotich", "demo");

        JsonNode vi =
                json.readTree(program.get("/api/v1/me", "Authorization", caller).body());
        JsonNode en = json.readTree(program.get("/api/v1/me", "Authorization", caller, "Accept-Language", "en")
                .body());

        assertThat(vi.at("/posts/0/dutyName").asString()).isEqualTo("Công chức thụ lý");
        assertThat(vi.at("/posts/0/unitName").asString()).isEqualTo("Tư pháp - hộ tịch phường An Hòa");
        assertThat(en.at("/posts/0/dutyName").asString()).isEqualTo("Case officer");
        assertThat(en.at("/posts/0/agency").asString()).isEqualTo("an-hoa");
    }

    @ParameterizedTest
    @CsvSource({"vi, Chưa đăng nhập", "en, Not signed in", "fr, Chưa đăng nhập"})
    void nobody_is_told_401_in_words(String language, String title) {
        HttpResponse<String> answer = program.get("/api/v1/me", "Accept-Language", language);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic");
        JsonNode problem = json.readTree(answer.body());
        assertThat(problem.get("status").asInt()).isEqualTo(401);
        assertThat(problem.get("title").asString()).isEqualTo(title);
        assertThat(problem.get("code").asString()).isEqualTo("http-401");
        assertThat(problem.get("problems").isEmpty()).isTrue();
    }

    @Test
    void a_wrong_password_is_401_and_no_box_opens_over_a_page() {
        HttpResponse<String> answer = program.get(
                "/api/v1/me", "Authorization", Visitor.basic("thanhtra", "wrong"), "Sec-Fetch-Dest", "empty");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
    }

    @Test
    void the_engines_own_api_is_closed() {
        HttpResponse<String> answer =
                program.get("/engine-rest/engine", "Authorization", Visitor.basic("quantri", "demo"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v3/api-docs", "/swagger-ui/index.html"})
    void the_description_of_the_api_is_public(String path) {
        assertThat(program.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void a_command_with_credentials_needs_no_token() {
        // There is no such command: it gets as far as that.
        assertThat(program.post("/api/v1/me", "{}", "Authorization", Visitor.basic("hotich", "demo"))
                        .statusCode())
                .isEqualTo(405);
        assertThat(program.post("/api/v1/me", "{}").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"vi, Không có quyền", "en, Not allowed"})
    void another_site_cannot_use_a_password_that_the_browser_remembers(String language, String title) {
        HttpResponse<String> answer = program.post(
                "/api/v1/me",
                "{}",
                "Authorization",
                Visitor.basic("hotich", "demo"),
                "Sec-Fetch-Site",
                "cross-site",
                "Accept-Language",
                language);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(json.readTree(answer.body()).get("title").asString()).isEqualTo(title);
    }

    @Test
    void an_account_that_was_closed_is_refused_with_the_next_request() {
        String caller = Visitor.basic("vanthu2", "demo");
        assertThat(program.get("/api/v1/me", "Authorization", caller).statusCode())
                .isEqualTo(200);

        active(false);
        try {
            assertThat(program.get("/api/v1/me", "Authorization", caller).statusCode())
                    .isEqualTo(401);
        } finally {
            active(true);
        }
    }

    private void active(boolean active) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("update agency.officer set active = ? where username = 'vanthu2'")
                    .param(active)
                    .update();
            organisation.forgetAfterCommit();
        });
    }

    @Test
    void a_name_is_recognised_in_capitals() {
        assertThat(program.get("/api/v1/me", "Authorization", Visitor.basic("HoTich", "demo"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void guessing_is_answered_with_429_and_how_long_to_wait() {
        String wrong = Visitor.basic("lanhdao2", "wrong");
        IntStream.range(0, LoginThrottle.PER_ACCOUNT_AND_ADDRESS)
                .forEach(i -> assertThat(program.get("/api/v1/me", "Authorization", wrong)
                                .statusCode())
                        .isEqualTo(401));

        HttpResponse<String> answer =
                program.get("/api/v1/me", "Authorization", Visitor.basic("lanhdao2", "demo"), "Accept-Language", "en");

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElse("")))
                .isBetween(1, 30);
        assertThat(json.readTree(answer.body()).get("title").asString()).isEqualTo("Too many attempts");
    }
}
