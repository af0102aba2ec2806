package vn.lienthong.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.citizen.Sample;
import vn.lienthong.deadline.PromiseMoved;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.Receiving;
import vn.lienthong.dossier.SupplementRequested;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.workflow.TimeMachine;

/** What is written to an applicant, when, and that it stands or falls with what it tells of. */
@ModuleTest
class TellingTheApplicantTest {

    private final NotifyingApplicant notifying;
    private final Receiving receiving;
    private final Dossiers dossiers;
    private final CurrentCaller caller;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final TimeMachine time;
    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final MessageSource words;
    private final MockMvc web;

    private DossierNumber number = new DossierNumber("");

    @Autowired
    TellingTheApplicantTest(
            NotifyingApplicant notifying,
            Receiving receiving,
            Dossiers dossiers,
            CurrentCaller caller,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            TimeMachine time,
            JdbcClient jdbc,
            Catalogue catalogue,
            MessageSource words,
            MockMvc web) {
        this.notifying = notifying;
        this.receiving = receiving;
        this.dossiers = dossiers;
        this.caller = caller;
        this.transaction = transaction;
        this.events = events;
        this.time = time;
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.words = words;
        this.web = web;
    }

    @BeforeEach
    void aReceivedDossier() {
        Sample sample = Sample.of("01-two-items-morning");
        time.set(sample.receivedAt());
        number = caller.as("tiepnhan", () -> receiving.receive(sample.application()));
        jdbc.sql("delete from notification.message where dossier = :number")
                .param("number", number.value())
                .update();
    }

    @AfterEach
    void now() {
        time.reset();
    }

    @Test
    void a_received_dossier_is_told_with_the_date_of_every_agency() {
        transaction.executeWithoutResult(tx -> notice("received"));

        assertThat(bodies())
                .singleElement()
                .asString()
                .contains("17:00 30/11/2026", "Tư pháp - hộ tịch phường An Hòa, hạn 17:00 20/11/2026")
                .contains("Công an phường An Hòa, hạn 17:00 30/11/2026")
                .contains("/public/t/" + number.value() + "/")
                .doesNotContain("{", "notification.");
    }

    @Test
    void a_procedure_says_it_in_words_of_its_own_and_the_rest_in_the_usual_ones() {
        transaction.executeWithoutResult(tx -> notice("received"));
        transaction.executeWithoutResult(tx -> notice("result-ready"));

        assertThat(bodies().get(0)).contains("Xin chia buồn cùng gia đình. Hồ sơ " + number.value());
        assertThat(bodies().get(1)).doesNotContain("chia buồn");
    }

    @Test
    void the_reason_for_a_supplement_comes_along_although_the_diagram_sends_first() {
        transaction.executeWithoutResult(tx -> {
            notice("supplement-requested");
            events.publishEvent(
                    new SupplementRequested(number, "Giấy báo tử chưa có dấu", "", 1, "hotich", time.now()));
        });

        assertThat(bodies()).singleElement().asString().contains("Nội dung: Giấy báo tử chưa có dấu");
    }

    @Test
    void a_promise_moved_by_the_administration_is_apologised_for_and_one_moved_by_papers_is_not() {
        Instant before = Instant.parse("2026-11-27T10:00:00Z");
        moved(before, PromiseMoved.Why.EXTENSION);
        moved(before, PromiseMoved.Why.SUPPLEMENT);

        assertThat(bodies()).hasSize(2);
        assertThat(bodies().get(0)).contains("xin lỗi", "17:00 27/11/2026", "17:00 30/11/2026");
        assertThat(bodies().get(1)).contains("17:00 27/11/2026").doesNotContain("xin lỗi");
    }

    @Test
    void the_same_is_told_once_in_a_transaction_and_nothing_after_a_rollback() {
        transaction.executeWithoutResult(tx -> {
            notice("result-ready");
            notice("result-ready");
        });
        assertThat(bodies()).hasSize(1);

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> transaction.executeWithoutResult(tx -> {
                    notice("refused");
                    throw new IllegalStateException("rolled back");
                }));
        assertThat(bodies()).hasSize(1);
    }

    @Test
    void without_a_mail_server_it_is_kept_where_it_can_be_read() {
        transaction.executeWithoutResult(tx -> notice("result-ready"));

        assertThat(jdbc.sql("select state || ' ' || recipient from notification.message where dossier = :number")
                        .param("number", number.value())
                        .query(String.class)
                        .single())
                .isEqualTo("KEPT ha.nguyen@example.vn");
    }

    @Test
    void whoever_left_only_a_telephone_number_gets_the_short_words() {
        jdbc.sql("update dossier.dossier set applicant_email = null where number = :number")
                .param("number", number.value())
                .update();

        transaction.executeWithoutResult(tx -> notice("result-ready"));

        assertThat(bodies())
                .singleElement()
                .asString()
                .startsWith("Hồ sơ " + number.value() + " đã có kết quả.")
                .hasSizeLessThan(300);
    }

    @Test
    void every_notice_of_a_diagram_has_words_in_both_languages() {
        List<String> notices = catalogue.inForce(LocalDate.of(2026, 11, 20)).stream()
                .flatMap(edition -> catalogue.procedure(edition.ref()).model().nodes().stream())
                .map(node -> node.properties().get("notice"))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        assertThat(notices).contains("received", "result-ready");

        for (String notice : notices) {
            for (String part : List.of("subject", "body", "sms")) {
                String key = "notification." + notice + "." + part;
                assertThat(words.getMessage(key, null, Locale.forLanguageTag("vi")))
                        .isNotEqualTo(words.getMessage(key, null, Locale.ENGLISH));
            }
        }
    }

    @Test
    void an_officer_sees_what_was_written_and_sends_it_again_when_something_can_carry_it() throws Exception {
        transaction.executeWithoutResult(tx -> notice("result-ready"));
        long id = jdbc.sql("select id from notification.message where dossier = :number")
                .param("number", number.value())
                .query(Long.class)
                .single();

        assertThat(answer(get("/dossiers/" + number.value() + "/messages"), "hotich"))
                .contains("đã có kết quả", "ha.nguyen@example.vn", "Không gửi (chưa có cổng gửi)")
                .doesNotContain("??", "Gửi lại");
        assertThat(answer(get("/dossiers/" + number.value() + "/messages"), "tiepnhan"))
                .contains("Gửi lại");
        assertThat(answer(get("/api/v1/dossiers/" + number.value() + "/messages"), "tiepnhan"))
                .contains("\"state\":\"KEPT\"");
        assertThat(answer(get("/api/v1/dossiers/" + number.value() + "/messages"), "congan2"))
                .contains("\"status\":404");
        assertThat(answer(post("/api/v1/messages/" + id + "/resend"), "hotich")).contains("\"status\":403");
        assertThat(answer(post("/api/v1/messages/" + id + "/resend"), "tiepnhan"))
                .contains("message-not-carried-here");
        jdbc.sql("update notification.message set state = 'FAILED', attempts = 8, last_error = 'ConnectException'")
                .update();
        assertThat(answer(get("/messages"), "giamsat"))
                .contains(number.value(), "đã thử 8 lần, lỗi gần nhất: ConnectException", "Gửi lại")
                .doesNotContain("??");
    }

    private String answer(MockHttpServletRequestBuilder request, String username) throws Exception {
        return web.perform(request.with(user(username)).with(csrf()))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private void moved(Instant before, PromiseMoved.Why why) {
        Instant now = dossiers.get(number).promisedAt();
        assertThat(now).isNotNull();
        transaction.executeWithoutResult(
                tx -> events.publishEvent(new PromiseMoved(number, before, now == null ? before : now, why)));
    }

    private void notice(String notice) {
        notifying.perform(number.value(), dossiers.get(number).process(), "ServiceTask", Map.of("notice", notice));
    }

    private List<String> bodies() {
        return jdbc.sql("select body from notification.message where dossier = :number order by id")
                .param("number", number.value())
                .query(String.class)
                .list();
    }
}
