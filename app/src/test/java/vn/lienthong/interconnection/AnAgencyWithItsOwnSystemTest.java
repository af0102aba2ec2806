package vn.lienthong.interconnection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.document.DocumentKind;
import vn.lienthong.document.Documents;
import vn.lienthong.document.StoredDocument;
import vn.lienthong.dossier.Application;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.LegState;
import vn.lienthong.dossier.Receiving;
import vn.lienthong.dossier.Supplements;
import vn.lienthong.dossier.Withdrawing;
import vn.lienthong.interconnection.outbox.Outbox;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.testing.SampleDossier;
import vn.lienthong.workflow.Processes;
import vn.lienthong.worklist.Completing;
import vn.lienthong.worklist.Tasks;

/** The ward police have software of their own, which takes envelopes and sends its answers back. */
@ModuleTest
@TestPropertySource(properties = {"lienthong.home=target/elsewhere-home", "lienthong.interconnection.outbox.runs=true"})
class AnAgencyWithItsOwnSystemTest {

    private static final OtherSystem POLICE = new OtherSystem();

    private final MockMvcTester http;

    @Autowired
    Receiving receiving;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Documents documents;

    @Autowired
    Supplements supplements;

    @Autowired
    Withdrawing withdrawing;

    @Autowired
    Completing completing;

    @Autowired
    Tasks tasks;

    @Autowired
    Processes processes;

    @Autowired
    HandoverMapper handovers;

    @Autowired
    Outbox outbox;

    @Autowired
    CurrentCaller caller;

    @Autowired
    Database database;

    @LocalServerPort
    int port;

    private DossierNumber number = new DossierNumber("none");

    @Autowired
    AnAgencyWithItsOwnSystemTest(MockMvc mvc) {
        this.http = MockMvcTester.create(mvc);
    }

    @DynamicPropertySource
    static void peer(DynamicPropertyRegistry properties) throws IOException {
        Path secret = Files.createDirectories(Path.of("target")).resolve("police.secret");
        Files.writeString(secret, OtherSystem.SECRET);
        properties.add("lienthong.interconnection.peers.police.agencies", () -> "an-hoa-cong-an");
        properties.add(
                "lienthong.interconnection.peers.police.url",
                () -> POLICE.address().toString());
        properties.add("lienthong.interconnection.peers.police.secret-file", secret::toString);
    }

    @BeforeEach
    void aDeathIsReported() {
        database.empty();
        POLICE.answerWith(200);
        SampleDossier sample = SampleDossier.of("death-registration/01-two-items-morning");
        number = caller.as(
                "tiepnhan",
                () -> receiving.receive(new Application(
                        sample.procedure(), "COUNTER", sample.applicant(), sample.data(), sample.papers())));
    }

    @AfterEach
    void nothingIsLeft() throws InterruptedException {
        while (!POLICE.hasNone()) {
            // What this test did not look at.
        }
    }

    @AfterAll
    static void close() {
        POLICE.close();
    }

    @Test
    void the_agency_is_sent_what_the_leg_names_and_nothing_else() throws Exception {
        handedOver();

        JsonNode envelope = POLICE.next();

        assertThat(envelope.path("kind").asString()).isEqualTo("HANDOVER");
        assertThat(envelope.path("from").path("code").asString()).isEqualTo("H99.12");
        assertThat(envelope.path("to").path("code").asString()).isEqualTo("G01.H99.12");
        assertThat(envelope.path("part").path("procedure").asString()).isEqualTo("residence-deregistration");
        assertThat(envelope.path("part").path("origin").asString()).isEqualTo(number.value());
        assertThat(envelope.path("part").path("dueAt").asString()).isNotBlank();
        assertThat(envelope.path("data").propertyNames())
                .containsExactlyInAnyOrder("deceased", "household", "applicant", "registration");
        assertThat(envelope.toString()).doesNotContain("beneficiary");
    }

    @Test
    void responsibility_moves_when_the_agency_has_it_and_not_before() throws Exception {
        POLICE.answerWith(503);
        handedOver();
        until(() -> wasAsked());
        assertThat(sent().state()).isEqualTo(HandoverState.SENT);

        POLICE.answerWith(200);
        assertThat(http.post()
                        .uri("/api/v1/handovers/" + sent().id() + "/retry")
                        .with(httpBasic("giamsat", "demo")))
                .hasStatusOk();
        POLICE.next();
        until(() -> sent().state() == HandoverState.ACKNOWLEDGED);

        assertThat(sent().theirNumber()).isEqualTo("CA-2026-77");
    }

    @Test
    void what_the_agency_made_lies_with_the_citizens_dossier() throws Exception {
        handedOver();
        JsonNode envelope = POLICE.next();
        byte[] notice = document();

        assertThat(OtherSystem.send(port, OtherSystem.answer(envelope, 1, "ACCEPTED", Map.of())))
                .isEqualTo(200);
        Map<String, Object> done =
                OtherSystem.answer(envelope, 2, "DONE", Map.of("attachments", List.of(file(notice))));
        assertThat(OtherSystem.send(port, done)).isEqualTo(200);
        assertThat(OtherSystem.send(port, done)).as("the same once more").isEqualTo(200);

        assertThat(leg()).isEqualTo(LegState.DONE);
        assertThat(sent().state()).isEqualTo(HandoverState.DONE);
        List<StoredDocument> results = documents.of(number.value()).stream()
                .filter(document -> document.kind() == DocumentKind.RESULT
                        && document.code().equals("residence-deregistration-notice"))
                .toList();
        assertThat(results).hasSize(1);
        assertThat(documents.content(results.get(0).id())).isEqualTo(notice);
    }

    @Test
    void answers_count_in_their_order_whatever_the_order_they_come_in() throws Exception {
        handedOver();
        JsonNode envelope = POLICE.next();

        assertThat(OtherSystem.send(port, OtherSystem.answer(envelope, 2, "DONE", Map.of())))
                .isEqualTo(200);
        assertThat(leg()).as("the first is still under way").isEqualTo(LegState.RUNNING);
        assertThat(OtherSystem.send(port, OtherSystem.answer(envelope, 1, "ACCEPTED", Map.of())))
                .isEqualTo(200);

        assertThat(leg()).isEqualTo(LegState.DONE);
    }

    @Test
    void what_is_returned_is_completed_and_goes_there_again() throws Exception {
        handedOver();
        JsonNode envelope = POLICE.next();

        OtherSystem.send(port, OtherSystem.answer(envelope, 1, "RETURNED", Map.of("reasons", "Thiếu số hộ khẩu")));
        assertThat(sent().state()).isEqualTo(HandoverState.RETURNED);
        complete("tiepnhan", mirror(), "send-again");

        JsonNode correction = POLICE.next();
        assertThat(correction.path("kind").asString()).isEqualTo("CORRECTION");
        assertThat(correction.path("sequence").asInt()).isEqualTo(2);
        until(() -> sent().state() == HandoverState.ACKNOWLEDGED);
        OtherSystem.send(port, OtherSystem.answer(envelope, 2, "DONE", Map.of()));
        assertThat(leg()).isEqualTo(LegState.DONE);
    }

    @Test
    void it_is_not_returned_for_ever() throws Exception {
        handedOver();
        JsonNode envelope = POLICE.next();
        for (int round = 1; round <= Handing.MOST_ROUNDS; round++) {
            OtherSystem.send(port, OtherSystem.answer(envelope, round, "RETURNED", Map.of("reasons", "Chưa đủ")));
            complete("tiepnhan", mirror(), "send-again");
            POLICE.next();
        }

        OtherSystem.send(
                port,
                OtherSystem.answer(envelope, Handing.MOST_ROUNDS + 1, "RETURNED", Map.of("reasons", "Vẫn chưa đủ")));

        assertThat(sent().state().isOver()).isTrue();
        assertThat(POLICE.next().path("kind").asString())
                .as("it need not wait any more")
                .isEqualTo("CANCEL");
    }

    @Test
    void a_refusal_ends_the_part_and_a_late_result_does_not_bring_it_back() throws Exception {
        handedOver();
        JsonNode envelope = POLICE.next();

        OtherSystem.send(port, OtherSystem.answer(envelope, 1, "REFUSED", Map.of("reasons", "Không thường trú")));
        assertThat(OtherSystem.send(port, OtherSystem.answer(envelope, 2, "DONE", Map.of())))
                .isEqualTo(200);

        assertThat(leg()).isEqualTo(LegState.REFUSED);
        assertThat(sent().state()).isEqualTo(HandoverState.REFUSED);
    }

    @Test
    void the_agency_may_decide_while_the_desk_still_completes_what_it_returned() throws Exception {
        handedOver();
        JsonNode envelope = POLICE.next();
        OtherSystem.send(port, OtherSystem.answer(envelope, 1, "RETURNED", Map.of("reasons", "Thiếu số hộ khẩu")));
        DossierNumber mirror = mirror();
        assertThat(processes.openSteps(mirror.value())).hasSize(1);

        OtherSystem.send(port, OtherSystem.answer(envelope, 2, "REFUSED", Map.of("reasons", "Quá hạn bổ sung")));

        assertThat(leg()).isEqualTo(LegState.REFUSED);
        assertThat(processes.openSteps(mirror.value())).isEmpty();
        assertThat(POLICE.hasNone()).as("nothing is corrected any more").isTrue();
    }

    @Test
    void it_is_asked_back_and_the_part_goes_on_until_the_agency_gives_it_back() throws Exception {
        handedOver();
        JsonNode envelope = POLICE.next();
        until(() -> sent().state() == HandoverState.ACKNOWLEDGED);

        assertThat(http.post()
                        .uri("/api/v1/handovers/" + sent().id() + "/take-back")
                        .with(httpBasic("giamsat", "demo")))
                .hasStatusOk();
        assertThat(POLICE.next().path("kind").asString()).isEqualTo("TAKE_BACK");
        assertThat(leg()).isEqualTo(LegState.RUNNING);
        OtherSystem.send(port, OtherSystem.answer(envelope, 1, "TAKEN_BACK", Map.of()));

        assertThat(leg()).isEqualTo(LegState.WITHDRAWN);
        assertThat(sent().state()).isEqualTo(HandoverState.TAKEN_BACK);
        assertThat(POLICE.hasNone())
                .as("nobody asks it to stop what it has stopped")
                .isTrue();
    }

    @Test
    void only_the_peer_itself_and_lately_is_believed() throws Exception {
        handedOver();
        JsonNode envelope = POLICE.next();
        Map<String, Object> refused = OtherSystem.answer(envelope, 1, "REFUSED", Map.of());

        assertThat(OtherSystem.send(port, refused, Instant.now(), "another secret"))
                .isEqualTo(401);
        assertThat(OtherSystem.send(port, refused, Instant.now().minus(Duration.ofHours(1)), OtherSystem.SECRET))
                .isEqualTo(401);
        refused.put("from", Map.of("code", "H99.12", "name", "somebody else"));
        assertThat(OtherSystem.send(port, refused)).isEqualTo(401);

        assertThat(leg()).isEqualTo(LegState.RUNNING);
    }

    @Test
    void every_fault_of_an_envelope_is_named_at_once_and_nothing_is_kept() throws Exception {
        handedOver();
        JsonNode envelope = POLICE.next();
        Map<String, Object> wrong = OtherSystem.answer(envelope, 0, "DONE", Map.of());
        wrong.put("handover", "no-uuid");
        assertThat(OtherSystem.send(port, wrong)).isEqualTo(422);
        Map<String, Object> tampered =
                OtherSystem.answer(envelope, 1, "DONE", Map.of("attachments", List.of(tampered(file(document())))));
        assertThat(OtherSystem.send(port, tampered)).isEqualTo(422);

        assertThat(leg()).isEqualTo(LegState.RUNNING);
    }

    @Test
    void the_page_says_in_whose_hands_it_is_and_what_to_do() throws Exception {
        handedOver();
        JsonNode envelope = POLICE.next();
        OtherSystem.send(port, OtherSystem.answer(envelope, 1, "RETURNED", Map.of("reasons", "Thiếu số hộ khẩu")));

        String page = page("/handovers/" + sent().id());

        assertThat(page)
                .contains("Bị trả lại", "Thiếu số hộ khẩu", "CA-2026-77", "Hoàn thiện hồ sơ bị trả lại")
                .contains("Chuyển hồ sơ", "Gửi lại")
                .doesNotContain("??");
        assertThat(page("/handovers?show=ours")).contains(number.value(), "Bị trả lại");
    }

    private String page(String address) {
        return new String(
                http.get()
                        .uri(address)
                        .with(user("giamsat"))
                        .accept("text/html")
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);
    }

    private boolean wasAsked() {
        return outbox.ofStream(sent().id().toString()).get(0).attempts() > 0;
    }

    private static Map<String, Object> tampered(Map<String, Object> file) {
        Map<String, Object> other = new HashMap<>(file);
        other.put("sha256", "0".repeat(64));
        return other;
    }

    private static Map<String, Object> file(byte[] bytes) throws Exception {
        return Map.of(
                "code", "residence-deregistration-notice",
                "number", "15/TB-CAP",
                "fileName", "thong-bao.pdf",
                "mediaType", "application/pdf",
                "size", bytes.length,
                "sha256",
                        HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)),
                "content", Base64.getEncoder().encodeToString(bytes));
    }

    /** Any PDF: a print of the dossier itself. */
    private byte[] document() {
        return documents.of(number.value()).stream()
                .filter(document -> document.mediaType().equals("application/pdf"))
                .findFirst()
                .map(document -> documents.content(document.id()))
                .orElseGet(() -> "%PDF-1.4\n%%EOF".getBytes(StandardCharsets.US_ASCII));
    }

    private void handedOver() {
        for (String officer : List.of("hotich", "lanhdao", "vanthu")) {
            complete(officer, number, null);
        }
    }

    private void complete(String officer, DossierNumber whose, @Nullable String outcome) {
        String task = processes.openSteps(whose.value()).get(0).taskId();
        caller.as(officer, () -> completing.complete(task, outcome == null ? ordinary(task) : outcome, null, null));
    }

    private String ordinary(String task) {
        return tasks.open(task, Locale.ENGLISH).outcomes().stream()
                .filter(Tasks.Outcome::isDefault)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private Handover sent() {
        return handovers.of(number.value()).get(0);
    }

    private DossierNumber mirror() {
        return new DossierNumber(sent().number());
    }

    private LegState leg() {
        return dossiers.get(number).legs().stream()
                .filter(leg -> leg.leg().equals("police"))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private static void until(BooleanSupplier done) throws InterruptedException {
        for (int i = 0; i < 200 && !done.getAsBoolean(); i++) {
            Thread.sleep(100);
        }
        assertThat(done.getAsBoolean()).isTrue();
    }
}
