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
 * for its paper that of {@code civil-status-extract}. A tester sits at every desk, as in the demonstration.
 */
final class LienThongSide implements Side {

    private static final Map<String, String> OFFICERS = Map.of(
            "UserTask_CheckReception", "tiepnhan",
            "UserTask_Find", "hotich",
            "UserTask_Sign", "lanhdao",
            "UserTask_Issue", "vanthu",
            "UserTask_ReturnResults", "traketqua");

    private static final Map<String, Object> APPLICATION = Map.of(
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
    private Server server;
    private Http http;

    LienThongSide(Postgres postgres, Path home) {
        this.postgres = postgres;
        this.home = home;
    }

    @Override
    public String name() {
        return "lienthong";
    }

    @Override
    public void start() throws IOException, InterruptedException {
        server = Server.start(
                name(),
                List.of(
                        "-cp",
                        PROCEDURE + File.pathSeparator + System.getProperty("java.class.path"),
                        LienThong.class.getName()),
                List.of(
                        "--lienthong.home=" + home,
                        "--spring.boot.admin.client.enabled=false",
                        "--spring.datasource.url=" + postgres.url(name()),
                        "--spring.datasource.username=" + postgres.username(),
                        "--spring.datasource.password=" + postgres.password()));
        http = new Http(server.address());
    }

    @Override
    public void carry(Completions completions) throws IOException, InterruptedException {
        String dossier = "/api/v1/dossiers/"
                + http.post("/api/v1/dossiers", APPLICATION, "tiepnhan")
                        .path("number")
                        .asString();
        for (int step = 0; step < OFFICERS.size(); step++) {
            JsonNode open = http.get(dossier, "tiepnhan").path("openSteps").path(0);
            String officer = OFFICERS.get(open.path("step").asString());
            String task = "/api/v1/tasks/" + open.path("taskId").asString();
            Map<String, String> decision = Map.of("outcome", usual(http.post(task + "/claim", Map.of(), officer)));
            long started = System.nanoTime();
            http.post(task + "/complete", decision, officer);
            completions.took(System.nanoTime() - started);
        }
        assertThat(http.get(dossier, "tiepnhan").path("openSteps")).isEmpty();
    }

    private static String usual(JsonNode step) {
        for (JsonNode outcome : step.path("outcomes")) {
            if (outcome.path("default").asBoolean()) {
                return outcome.path("id").asString();
            }
        }
        throw new AssertionError("no usual outcome in " + step);
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
