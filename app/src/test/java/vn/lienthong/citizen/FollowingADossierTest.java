package vn.lienthong.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.deadline.PromiseMoved;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.Receiving;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.workflow.TimeMachine;

@ModuleTest
class FollowingADossierTest {

    /** Each test comes from an address of its own, so that none waits for another's guesses. */
    private static final AtomicInteger ADDRESS = new AtomicInteger();

    private final MockMvc mvc;
    private final Receiving receiving;
    private final Dossiers dossiers;
    private final CurrentCaller caller;
    private final TimeMachine time;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    private String number = "";
    private String secret = "";
    private String address = "";

    @Autowired
    FollowingADossierTest(
            MockMvc mvc,
            Receiving receiving,
            Dossiers dossiers,
            CurrentCaller caller,
            TimeMachine time,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            JdbcClient jdbc) {
        this.mvc = mvc;
        this.receiving = receiving;
        this.dossiers = dossiers;
        this.caller = caller;
        this.time = time;
        this.events = events;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void aReceivedDossier() {
        address = "203.0.113." + ADDRESS.incrementAndGet();
        Sample sample = Sample.of("01-two-items-morning");
        time.set(sample.receivedAt());
        DossierNumber received = caller.as("tiepnhan", () -> receiving.receive(sample.application()));
        number = received.value();
        secret = dossiers.get(received).secret();
    }

    @AfterEach
    void now() {
        time.reset();
    }

    @Test
    void shows_state_and_every_agencys_part_without_an_account() throws Exception {
        mvc.perform(from(get("/api/v1/public/dossiers/{number}", number).param("secret", secret)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.number").value(number))
                .andExpect(jsonPath("$.state.code").isNumber())
                .andExpect(jsonPath("$.legs.length()").value(2))
                .andExpect(jsonPath("$.legs[0].agencyName").value("Tư pháp - hộ tịch phường An Hòa"))
                .andExpect(jsonPath("$.legs[1].agencyName").value("Công an phường An Hòa"))
                .andExpect(jsonPath("$.next").isNotEmpty())
                .andExpect(jsonPath("$.rating.possible").value(false));
    }

    @Test
    void speaks_english_when_asked() throws Exception {
        mvc.perform(from(get("/api/v1/public/dossiers/{number}", number)
                        .param("secret", secret)
                        .header("Accept-Language", "en")))
                .andExpect(jsonPath("$.legs[1].agencyName").value("An Hoa Ward Police"));
    }

    @Test
    void names_nobody() throws Exception {
        String told = mvc.perform(
                        from(get("/api/v1/public/dossiers/{number}", number).param("secret", secret)))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(told).doesNotContain("Nguyễn Thị Thanh Hà", "Nguyễn Văn Bình", "001183000123", "0912000123", secret);
    }

    @Test
    void takes_the_secret_as_people_type_it() throws Exception {
        String typed = secret.substring(0, 5).toLowerCase(java.util.Locale.ROOT) + " " + secret.substring(5);

        mvc.perform(from(get("/api/v1/public/dossiers/{number}", number).param("secret", typed)))
                .andExpect(status().isOk());
    }

    @Test
    void an_unknown_number_and_a_wrong_secret_get_the_same_answer() throws Exception {
        String wrongSecret = answer(number, "AAAAAAAAAA");
        String unknownNumber = answer("H99.12-991231-9999", secret);
        String noSecret = answer(number, "");

        assertThat(wrongSecret).isEqualTo(unknownNumber).isEqualTo(noSecret).contains("tracked-dossier-not-found");
    }

    @Test
    void the_dossier_of_a_leg_has_no_receipt() throws Exception {
        jdbc.sql("update dossier.dossier set origin = number, origin_leg = 'police' where number = :number")
                .param("number", number)
                .update();

        answer(number, secret);
    }

    @Test
    void guessing_has_to_wait() throws Exception {
        for (int i = 0; i < GuessLimit.WRONG_PER_ADDRESS; i++) {
            answer("H99.12-991231-" + i, "AAAAAAAAAA");
        }

        mvc.perform(from(get("/api/v1/public/dossiers/{number}", number).param("secret", secret)))
                .andExpect(status().isTooManyRequests())
                .andExpect(header().exists("Retry-After"))
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));
        mvc.perform(from(post("/public/track").param("number", number).param("secret", secret)))
                .andExpect(status().isTooManyRequests())
                .andExpect(content().string(containsString("Vui lòng chờ 1 phút")));
    }

    @Test
    void the_page_shows_the_way_of_the_dossier() throws Exception {
        mvc.perform(from(post("/public/track").param("number", number).param("secret", secret)))
                .andExpect(status().isOk())
                .andExpect(header().string("X-Robots-Tag", "noindex, nofollow"))
                .andExpect(content().string(containsString(number)))
                .andExpect(content().string(containsString("Công an phường An Hòa")))
                .andExpect(content().string(containsString("Ông/bà cần làm gì")))
                .andExpect(content().string(not(containsString("??"))));
    }

    @Test
    void the_code_on_the_receipt_opens_the_same_page() throws Exception {
        mvc.perform(from(get("/public/t/{number}/{secret}", number, secret).param("lang", "en")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("An Hoa Ward Police")))
                .andExpect(content().string(not(containsString("??"))));
    }

    @Test
    void a_mistyped_number_comes_back_to_the_form() throws Exception {
        mvc.perform(from(post("/public/track").param("number", "H99.12-1").param("secret", secret)))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("value=\"H99.12-1\"")))
                .andExpect(content().string(containsString("Không tìm thấy hồ sơ với số và mã tra cứu này")));
    }

    @Test
    void a_promise_that_was_not_kept_is_apologised_for() throws Exception {
        state(4);
        time.set(OffsetDateTime.parse("2026-11-30T17:00:00+07:00").toInstant());
        told("$.apology", nullValue());
        time.set(OffsetDateTime.parse("2026-11-30T17:00:01+07:00").toInstant());
        told("$.apology", containsString("30/11/2026 17:00"));
    }

    @Test
    void a_promise_that_the_administration_moved_is_apologised_for_and_one_that_papers_moved_is_not() throws Exception {
        state(4);
        Instant before = OffsetDateTime.parse("2026-11-30T17:00:00+07:00").toInstant();
        Instant after = OffsetDateTime.parse("2026-12-02T17:00:00+07:00").toInstant();
        jdbc.sql("update dossier.dossier set promised_at = :after where number = :number")
                .param("after", after.atOffset(ZoneOffset.UTC))
                .param("number", number)
                .update();

        moved(before, after, PromiseMoved.Why.SUPPLEMENT);
        told("$.apology", nullValue());

        moved(before, after, PromiseMoved.Why.EXTENSION);
        told("$.apology", containsString("từ 30/11/2026 17:00 đến 02/12/2026 17:00"));
    }

    private void moved(Instant before, Instant after, PromiseMoved.Why why) {
        transaction.executeWithoutResult(
                tx -> events.publishEvent(new PromiseMoved(new DossierNumber(number), before, after, why)));
    }

    private void told(String path, Matcher<?> matcher) throws Exception {
        mvc.perform(from(get("/api/v1/public/dossiers/{number}", number).param("secret", secret)))
                .andExpect(jsonPath(path, matcher));
    }

    @Test
    void it_can_be_rated_once_and_only_after_the_result() throws Exception {
        rate("{\"secret\": \"%s\", \"score\": 5}", 409, "not-to-be-rated-yet");
        state(10);
        rate("{\"secret\": \"%s\", \"score\": 6}", 422, "invalid-input");
        rate("{\"secret\": \"AAAAAAAAAA\", \"score\": 1}", 404, "tracked-dossier-not-found");

        mvc.perform(from(post("/public/track/rating")
                        .param("number", number)
                        .param("secret", secret)
                        .param("score", "4")
                        .param("comment", "Cán bộ hướng dẫn tận tình")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Cảm ơn ông/bà đã đánh giá: Hài lòng.")));

        rate("{\"secret\": \"%s\", \"score\": 1}", 409, "rated-before");
        assertThat(jdbc.sql("select score || ' ' || unit || ' ' || comment from citizen.rating where dossier = :number")
                        .param("number", number)
                        .query(String.class)
                        .single())
                .isEqualTo("4 an-hoa-mot-cua Cán bộ hướng dẫn tận tình");
    }

    private void rate(String body, int status, String code) throws Exception {
        mvc.perform(from(post("/api/v1/public/dossiers/{number}/rating", number)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body.formatted(secret))))
                .andExpect(status().is(status))
                .andExpect(jsonPath("$.code").value(code));
    }

    private String answer(String wrongNumber, String wrongSecret) throws Exception {
        return mvc.perform(from(
                        get("/api/v1/public/dossiers/{number}", wrongNumber).param("secret", wrongSecret)))
                .andExpect(status().isNotFound())
                .andReturn()
                .getResponse()
                .getContentAsString()
                .replace(wrongNumber, "");
    }

    private void state(int code) {
        jdbc.sql("update dossier.dossier set state = :code where number = :number")
                .param("code", code)
                .param("number", number)
                .update();
    }

    private MockHttpServletRequestBuilder from(MockHttpServletRequestBuilder request) {
        return request.with(raw -> {
            raw.setRemoteAddr(address);
            return raw;
        });
    }
}
