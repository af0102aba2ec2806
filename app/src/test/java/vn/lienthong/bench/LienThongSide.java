package vn.lienthong.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import vn.lienthong.LienThong;

/**
 * This product with everything on that it promises: a procedure filed online, with five steps of five units and a fee; but
 * for its paper that of {@code civil-status-extract}. A tester sits at every desk, as in the demonstration. A step is one
 * command: it takes the step, decides, and its answer says what comes next.
 */
final class LienThongSide implements Side {

    /** Who does a step, and the ordinary way on from it. */
    record Step(String officer, String outcome) {

        Map<String, String> decision() {
            return Map.of("outcome", outcome);
        }
    }

    static final Map<String, Step> STEPS = Map.of(
            "UserTask_CheckReception", new Step("tiepnhan", "accept"),
            "UserTask_Find", new Step("hotich", "propose"),
            "UserTask_Sign", new Step("lanhdao", "sign"),
            "UserTask_Issue", new Step("vanthu", "done"),
            "UserTask_ReturnResults", new Step("traketqua", "done"));

    static final Map<String, Object> APPLICATION = Map.of(
            "procedure",
            "five-steps",
            "channel",
            "ONLINE",
            "applicant",
            Map.of(
                    "fullName", "Trần Thị Minh Châu",
                    "identityNumber", "001190000321",
                    "phone", "0912000321",
                    "email", "chau.tran@example.vn",
                    "address", "Số 8, tổ 2, phường An Hòa",
                    "relation", "SELF"),
            "data",
            Map.of(
                    "entry",
                    Map.of(
                            "kind", "BIRTH",
                            "fullName", "Trần Thị Minh Châu",
                            "dateOfBirth", "1990-06-15",
                            "copies", 3,
                            "registrar", "UBND phường An Hòa")),
            "papers",
            List.of(Map.of("code", "to-khai", "form", "ELECTRONIC", "copies", 1)));

    private static final Path PROCEDURE = Path.of("src", "bench", "lienthong");

    private final Postgres postgres;
    private final Path home;
    private final boolean asAnEngine;
    private Server server;
    private Http http;

    /** @param asAnEngine whether a client does what an engine makes it do: take the step, decide, ask what comes next */
    LienThongSide(Postgres postgres, Path home, boolean asAnEngine) {
        this.postgres = postgres;
        this.home = home;
        this.asAnEngine = asAnEngine;
    }

    @Override
    public String name() {
        return asAnEngine ? "lienthong-as-an-engine" : "lienthong";
    }

    @Override
    public void start() throws IOException, InterruptedException {
        server = product(name(), home, postgres.url(name()), postgres.username(), postgres.password());
        http = new Http(server.address());
    }

    /** The product with the procedure that is measured, on a database of its own, and without the demonstration's dossiers. */
    static Server product(String name, Path home, String url, String username, String password)
            throws IOException, InterruptedException {
        return Server.start(
                name,
                List.of(
                        "-cp",
                        PROCEDURE + File.pathSeparator + System.getProperty("java.class.path"),
                        LienThong.class.getName()),
                List.of(
                        "--lienthong.home=" + home,
                        "--spring.boot.admin.client.enabled=false",
                        "--lienthong.demonstration.dossiers=false",
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=" + username,
                        "--spring.datasource.password=" + password));
    }

    @Override
    public void carry(Completions completions) throws IOException, InterruptedException {
        JsonNode dossier = http.post("/api/v1/dossiers", APPLICATION, "tiepnhan");
        JsonNode open = dossier.path("openSteps");
        for (int done = 0; done < STEPS.size(); done++) {
            Step step = STEPS.get(open.path(0).path("step").asString());
            String task = "/api/v1/tasks/" + open.path(0).path("taskId").asString();
            if (asAnEngine) {
                http.post(task + "/claim", Map.of(), step.officer());
            }
            long started = System.nanoTime();
            JsonNode completed = http.post(task + "/complete", step.decision(), step.officer());
            completions.took(System.nanoTime() - started);
            open = (asAnEngine
                            ? http.get(
                                    "/api/v1/dossiers/" + dossier.path("number").asString(), "tiepnhan")
                            : completed)
                    .path("openSteps");
        }
        assertThat(open).isEmpty();
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
