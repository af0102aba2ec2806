package vn.lienthong.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.testing.Api;
import vn.lienthong.testing.ApplicationProcess;

/**
 * With real processes: the first start, a second one beside it, {@code kill -9} between two steps of a dossier, the start
 * after that, the rest of the steps, the end.
 */
@Tag("process")
class StartingAgainTest {

    private static final int KILLED = 137;
    private static final int TERMINATED = 143;

    /** Whoever has a step of a death registration with a deregistration of residence. */
    private static final List<String> OFFICERS =
            List.of("tiepnhan", "hotich", "lanhdao", "vanthu", "congan", "traketqua");

    /** A dossier of this kind takes about a dozen steps; more rounds mean that it stands still. */
    private static final int MOST_ROUNDS = 40;

    /** Long enough for a busy machine; the mail comes within seconds. */
    private static final long PATIENCE = 60_000;

    @TempDir
    Path folder;

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void aMailServer() {
        mail.start();
    }

    @AfterEach
    void stopTheMailServer() {
        mail.stop();
    }

    @Test
    void a_dossier_goes_on_where_it_was_when_the_process_was_killed() throws IOException, MessagingException {
        Path home = folder.resolve("data");
        String number;
        JsonNode before;
        String server = "--spring.mail.host=127.0.0.1";
        String port = "--spring.mail.port=" + mail.getSmtp().getPort();
        // The first process writes its messages and is killed before it looks for them again.
        try (ApplicationProcess first =
                ApplicationProcess.launch(home, server, port, "--lienthong.notification.every=PT1H")) {
            URI address = first.address();
            assertThat(first.output()).contains("tiepnhan", "quantri", "demo", home.toString());
            aSecondOneOnTheSameFolderAndPortIsRefused(home, address.getPort());
            number = new Api(address, "tiepnhan")
                    .post("dossiers", aDeathThreeDaysAgo())
                    .path("number")
                    .asString();
            assertThat(oneStep(address, number)).isNotEmpty();
            before = dossier(address, number);

            assertThat(first.kill()).isEqualTo(KILLED);
            assertThat(mail.getReceivedMessages()).isEmpty();
        }

        try (ApplicationProcess again = ApplicationProcess.launch(home, server, port)) {
            URI address = again.address();
            assertThat(dossier(address, number)).isEqualTo(before);
            List<String> path = runOut(address, number);

            assertThat(dossier(address, number).path("state").path("key").asString())
                    .as("after %s", path)
                    .isEqualTo("returned");
            assertThat(theApplicantWasTold())
                    .containsExactlyInAnyOrder(
                            "Đã tiếp nhận hồ sơ " + number,
                            "Hồ sơ " + number + " đã có kết quả",
                            "Đã trả kết quả hồ sơ " + number);
            assertThat(again.stop()).isEqualTo(TERMINATED);
        }
        assertThat(home.resolve("postgresql/data/postmaster.pid")).doesNotExist();
    }

    private static void aSecondOneOnTheSameFolderAndPortIsRefused(Path home, int port) {
        try (ApplicationProcess second = ApplicationProcess.launch(home, "--server.port=" + port)) {
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.output().strip().lines())
                    .hasSize(4)
                    .allMatch(line -> line.startsWith("Không khởi động được: ") || line.startsWith("Cannot start: "))
                    .anyMatch(line -> line.contains("the data folder " + home + " is in use"))
                    .anyMatch(line -> line.contains("port " + port + " is in use"));
        }
    }

    /** The first case of the collection, moved to today: these processes have the time of the machine. */
    private static JsonNode aDeathThreeDaysAgo() throws IOException {
        try (InputStream file =
                StartingAgainTest.class.getResourceAsStream("/cases/death-registration/01-two-items-morning.json")) {
            ObjectNode request =
                    (ObjectNode) JsonMapper.builder().build().readTree(file).path("request");
            // At the counter the applicant would be handed a receipt instead of a message.
            request.put("channel", "ONLINE");
            ObjectNode data = (ObjectNode) request.path("data");
            ((ObjectNode) data.path("deceased"))
                    .put("diedAt", OffsetDateTime.now().minusDays(3).toString());
            ((ObjectNode) data.path("deathNotice"))
                    .put("issuedOn", LocalDate.now().minusDays(2).toString());
            return request;
        }
    }

    private static JsonNode dossier(URI address, String number) {
        return new Api(address, "tiepnhan").get("dossiers/" + number);
    }

    /** Subjects of what arrived, those of the killed process first. */
    private List<String> theApplicantWasTold() throws MessagingException {
        mail.waitForIncomingEmail(PATIENCE, 3);
        List<String> subjects = new ArrayList<>();
        for (MimeMessage letter : mail.getReceivedMessages()) {
            subjects.add(letter.getSubject());
        }
        return subjects;
    }

    private static List<String> runOut(URI address, String number) {
        List<String> path = new ArrayList<>();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            String step = oneStep(address, number);
            if (step.isEmpty()) {
                return path;
            }
            path.add(step);
        }
        return path;
    }

    /** The first officer who has a step of this dossier takes it and decides as usual; empty when nobody has. */
    private static String oneStep(URI address, String number) {
        for (String officer : OFFICERS) {
            Api api = new Api(address, officer);
            for (JsonNode line : api.get("worklist?queue=team").path("items")) {
                if (line.path("dossier").asString().equals(number)) {
                    String task = line.path("taskId").asString();
                    JsonNode step = api.post("tasks/" + task + "/claim", Map.of());
                    String outcome = usual(step.path("outcomes"));
                    api.post("tasks/" + task + "/complete", Map.of("outcome", outcome, "data", step.path("data")));
                    return officer + ": " + line.path("stepName").asString() + " → " + outcome;
                }
            }
        }
        return "";
    }

    private static String usual(JsonNode outcomes) {
        for (JsonNode outcome : outcomes) {
            if (outcome.path("default").asBoolean()) {
                return outcome.path("id").asString();
            }
        }
        throw new AssertionError("no usual outcome in " + outcomes);
    }
}
