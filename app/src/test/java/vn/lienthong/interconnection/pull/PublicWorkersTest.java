package vn.lienthong.interconnection.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.client.ExternalTaskClient;
import org.camunda.bpm.client.interceptor.auth.BasicAuthProvider;
import org.camunda.bpm.client.task.ExternalTaskHandler;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.FileValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.document.DocumentKind;
import vn.lienthong.document.Documents;
import vn.lienthong.document.NewDocument;
import vn.lienthong.document.inspection.SampleFiles;
import vn.lienthong.dossier.Application;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.ExternalNumbers;
import vn.lienthong.dossier.Leg;
import vn.lienthong.dossier.LegState;
import vn.lienthong.dossier.Receiving;
import vn.lienthong.testing.Api;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.testing.SampleDossier;
import vn.lienthong.workflow.Processes;
import vn.lienthong.worklist.Completing;
import vn.lienthong.worklist.Tasks;

/**
 * The police settle their leg of a death registration with software of their own: the unmodified public workers, from npm
 * and from Maven, against a running server.
 */
@ModuleTest
@TestPropertySource(
        properties = {"lienthong.home=target/pulled-home", "lienthong.interconnection.clients.police.fetches=true"})
class PublicWorkersTest {

    private static final byte[] PAPER = SampleFiles.pdf("paper");
    private static final byte[] NOTICE = SampleFiles.pdf("notice");
    private static final String TOPIC = "an-hoa-cong-an";

    @Autowired
    Receiving receiving;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Documents documents;

    @Autowired
    ExternalNumbers numbers;

    @Autowired
    Completing completing;

    @Autowired
    Tasks tasks;

    @Autowired
    Processes processes;

    @Autowired
    CurrentCaller caller;

    @Autowired
    Database database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    @LocalServerPort
    int port;

    private DossierNumber number = new DossierNumber("none");

    @BeforeEach
    void aDeathIsReported() throws IOException {
        database.empty();
        Files.write(result(), NOTICE);
        SampleDossier sample = SampleDossier.of("death-registration/01-two-items-morning");
        number = caller.as(
                "tiepnhan",
                () -> receiving.receive(new Application(
                        sample.procedure(), "COUNTER", sample.applicant(), sample.data(), sample.papers())));
        documents.store(NewDocument.paper("giay-bao-tu", "giay-bao-tu.pdf", PAPER, number.value(), "tiepnhan"));
    }

    @AfterEach
    void nothingIsLeft() {
        database.empty();
    }

    @Test
    void the_worker_from_npm_waits_gets_the_leg_its_papers_and_brings_the_result() throws Exception {
        try (JavaScriptWorker worker = javaScript("settle")) {
            assertThat(police().number()).as("nothing to fetch yet").isNull();
            handOver();

            JsonNode done = worker.next();

            assertThat(done.path("what").asString()).as(done.toString()).isEqualTo("completed");
            assertThat(done.path("origin").asString()).isEqualTo(number.value());
            assertThat(done.path("deceased").asString()).isNotEmpty();
            assertThat(done.path("papers").get(0).path("sha256").asString()).isEqualTo(sha256(PAPER));
            assertThat(done.path("listed").get(0).path("sha256").asString()).isEqualTo(sha256(PAPER));
            assertThat(done.path("names").toString()).doesNotContain("beneficiary", "deathNotice", "package");
        }
        assertThat(police().state()).isEqualTo(LegState.DONE);
        assertThat(result("residence-deregistration-notice")).isEqualTo(NOTICE);
        assertThat(numbers.find("CA-2026-77")).containsExactly(number);
        assertThat(state()).isEqualTo("DONE");
        assertThat(events()).containsSubsequence("handover-acknowledged", "handover-done");
    }

    @Test
    void the_worker_from_maven_does_the_same() throws Exception {
        handOver();
        BlockingQueue<Map<String, Object>> seen = new LinkedBlockingQueue<>();

        try (var worker = new JavaWorker("java-worker", 60_000, (task, service) -> {
            FileValue paper = task.getVariableTyped("paper-giay-bao-tu");
            Map<String, Object> got = new HashMap<>(task.getAllVariables());
            try {
                got.put("bytes", paper.getValue().readAllBytes());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            service.complete(
                    task,
                    Variables.createVariables()
                            .putValue("number", "CA-2026-78")
                            .putValue(
                                    "residence-deregistration-notice",
                                    Variables.fileValue("thong-bao.pdf")
                                            .file(NOTICE)
                                            .mimeType("application/pdf")
                                            .create()));
            seen.add(got);
        })) {
            Map<String, Object> got = Objects.requireNonNull(seen.poll(30, TimeUnit.SECONDS));

            assertThat(got).containsEntry("origin", number.value()).containsEntry("leg", "police");
            assertThat(got.get("dueAt")).isInstanceOf(java.util.Date.class);
            assertThat((byte[]) got.get("bytes")).isEqualTo(PAPER);
        }
        assertThat(police().state()).isEqualTo(LegState.DONE);
        assertThat(result("residence-deregistration-notice")).isEqualTo(NOTICE);
        assertThat(numbers.find("CA-2026-78")).hasSize(1);
    }

    @Test
    void what_is_returned_is_completed_at_the_sending_desk_and_goes_out_again() {
        handOver();
        try (JavaScriptWorker worker = javaScript("return")) {
            assertThat(worker.next().path("what").asString()).isEqualTo("returned");
        }
        assertThat(state()).isEqualTo("RETURNED");
        assertThat(police().state()).isEqualTo(LegState.RUNNING);

        String correct = processes.openSteps(linked()).get(0).taskId();
        caller.as("tiepnhan", () -> completing.complete(correct, ordinary(correct), null, null));
        try (JavaScriptWorker worker = javaScript("settle")) {
            assertThat(worker.next().path("what").asString()).isEqualTo("completed");
        }

        assertThat(police().state()).isEqualTo(LegState.DONE);
    }

    @Test
    void a_refusal_ends_the_leg_and_leaves_the_others_running() {
        handOver();
        try (JavaScriptWorker worker = javaScript("refuse")) {
            assertThat(worker.next().path("what").asString()).isEqualTo("refused-leg");
        }

        assertThat(police().state()).isEqualTo(LegState.REFUSED);
        assertThat(state()).isEqualTo("REFUSED");
    }

    @Test
    void what_fails_is_offered_again_until_the_worker_gives_up_and_then_when_a_person_says_so() throws Exception {
        handOver();
        try (JavaScriptWorker worker = javaScript("fail")) {
            assertThat(worker.next().path("left").asInt()).isEqualTo(1);
        }
        try (JavaScriptWorker worker = javaScript("fail")) {
            assertThat(worker.next().path("left").asInt()).isZero();
        }

        assertThat(state()).isEqualTo("ACKNOWLEDGED");
        assertThat(events()).contains("handover-given-up");

        String handover = jdbc.sql("select id::text from interconnection.handover where number = :number")
                .param("number", linked())
                .query(String.class)
                .single();
        assertThat(page(handover)).contains("/handovers/" + handover + "/retry");
        new Api(URI.create("http://127.0.0.1:" + port), "giamsat").post("handovers/" + handover + "/retry", Map.of());
        try (JavaScriptWorker worker = javaScript("settle")) {
            assertThat(worker.next().path("what").asString()).isEqualTo("completed");
        }
        assertThat(police().state()).isEqualTo(LegState.DONE);
    }

    @Test
    void what_a_dead_worker_had_another_takes_over_and_the_first_answers_in_vain() throws Exception {
        handOver();
        String id;
        try (JavaScriptWorker dead = javaScript("hold", Map.of("LOCK", "2000"))) {
            id = dead.next().path("id").asString();
        }
        BlockingQueue<String> taken = new LinkedBlockingQueue<>();

        try (var second = new JavaWorker("second", 60_000, (task, service) -> {
            service.complete(task);
            taken.add(task.getId());
        })) {
            assertThat(taken.poll(30, TimeUnit.SECONDS)).isEqualTo(id);
        }

        assertThat(police().state()).isEqualTo(LegState.DONE);
        assertThat(jdbc.sql("select count(*) from dossier.event where what = 'handover-acknowledged'")
                        .query(Integer.class)
                        .single())
                .as("responsibility moves once")
                .isEqualTo(1);
    }

    @Test
    void another_agencys_topic_and_a_wrong_secret_are_told_to_the_worker() {
        handOver();
        try (JavaScriptWorker worker = javaScript(
                "settle", Map.of("CLIENT", "insurance", "SECRET", "for-tests-only-insurance-0123456789abcdef"))) {
            JsonNode refused = worker.next();
            assertThat(refused.path("status").asInt()).isEqualTo(403);
            assertThat(refused.path("type").asString()).isEqualTo("AuthorizationException");
        }
        try (JavaScriptWorker worker = javaScript("settle", Map.of("SECRET", "wrong"))) {
            assertThat(worker.next().path("status").asInt()).isEqualTo(401);
        }
        assertThat(state()).isEqualTo("SENT");
    }

    /** One worker of the Java library that stops when it is closed. */
    private final class JavaWorker implements AutoCloseable {

        private final ExternalTaskClient client;

        JavaWorker(String name, long lock, ExternalTaskHandler handler) {
            client = ExternalTaskClient.create()
                    .baseUrl("http://127.0.0.1:" + port + "/engine-rest")
                    .workerId(name)
                    .addInterceptor(new BasicAuthProvider("police", "for-tests-only-police-0123456789abcdef"))
                    .asyncResponseTimeout(Duration.ofSeconds(20).toMillis())
                    .disableBackoffStrategy()
                    .build();
            client.subscribe(TOPIC).lockDuration(lock).handler(handler).open();
        }

        @Override
        public void close() {
            client.stop();
        }
    }

    private JavaScriptWorker javaScript(String behaviour) {
        return javaScript(behaviour, Map.of());
    }

    private JavaScriptWorker javaScript(String behaviour, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "ADDRESS",
                "http://127.0.0.1:" + port,
                "CLIENT",
                "police",
                "SECRET",
                "for-tests-only-police-0123456789abcdef",
                "TOPIC",
                TOPIC,
                "BEHAVIOUR",
                behaviour,
                "RESULT",
                result().toAbsolutePath().toString()));
        settings.putAll(more);
        return JavaScriptWorker.start(settings);
    }

    private void handOver() {
        for (String officer : List.of("hotich", "lanhdao", "vanthu")) {
            String task = processes.openSteps(number.value()).get(0).taskId();
            caller.as(officer, () -> completing.complete(task, ordinary(task), null, null));
        }
    }

    private String ordinary(String task) {
        return tasks.open(task, Locale.ENGLISH).outcomes().stream()
                .filter(Tasks.Outcome::isDefault)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private Leg police() {
        return dossiers.get(number).legs().stream()
                .filter(leg -> leg.leg().equals("police"))
                .findFirst()
                .orElseThrow();
    }

    private String linked() {
        return Objects.requireNonNull(police().number());
    }

    private String state() {
        return jdbc.sql("select state from interconnection.handover where number = :number")
                .param("number", linked())
                .query(String.class)
                .single();
    }

    /** What the supervisor sees of a hand-over. */
    private String page(String handover) throws Exception {
        return mvc.perform(get("/handovers/" + handover).with(user("giamsat")))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private List<String> events() {
        return jdbc.sql("select what from dossier.event where dossier = :number order by at, id")
                .param("number", number.value())
                .query(String.class)
                .list();
    }

    private byte[] result(String code) {
        return documents.of(number.value()).stream()
                .filter(document -> document.kind() == DocumentKind.RESULT
                        && document.code().equals(code))
                .map(document -> documents.content(document.id()))
                .findFirst()
                .orElseThrow();
    }

    private static Path result() {
        return Path.of("target", "thong-bao.pdf");
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
