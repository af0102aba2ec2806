package vn.lienthong.bench;

import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.testing.SampleDossier;

/** Dossiers of several kinds, from the counter to the returned result, by everybody who has a step of them. */
final class Carrying {

    private static final List<String> ACCOUNTS =
            List.of("tiepnhan", "hotich", "lanhdao", "vanthu", "congan", "baotro", "noivu", "bhxh", "traketqua");

    /** Of four dossiers two are simple, one has one agency's part and one has three. */
    private static final List<String> LINKED = List.of("01-two-items-morning", "05-merit-two-agencies");

    private final Http http;

    Carrying(Http http) {
        this.http = http;
    }

    void carry(int dossiers) throws IOException, InterruptedException {
        for (int n = 0; n < dossiers; n++) {
            Object application = n % 4 < 2 ? LienThongSide.APPLICATION : linked(LINKED.get(n % 2));
            http.post("/api/v1/dossiers", application, "tiepnhan");
        }
        boolean idle = false;
        while (!idle) {
            idle = true;
            for (String account : ACCOUNTS) {
                for (JsonNode line : http.get("/api/v1/worklist?queue=team&limit=50", account)
                        .path("items")) {
                    idle &= !decide(line, account);
                }
            }
        }
    }

    /** Looks at the dossier and at the step, as one does before one decides. */
    private boolean decide(JsonNode line, String account) throws IOException, InterruptedException {
        String task = "/api/v1/tasks/" + line.path("taskId").asString();
        JsonNode step = http.get(task, account);
        if (!line.path("state").asString().equals("OPEN")
                || !step.path("mayComplete").asBoolean()) {
            return false;
        }
        http.get("/api/v1/dossiers/" + line.path("dossier").asString(), account);
        for (JsonNode outcome : step.path("outcomes")) {
            if (outcome.path("default").asBoolean()) {
                http.post(
                        task + "/complete", Map.of("outcome", outcome.path("id").asString()), account);
            }
        }
        return true;
    }

    /** The sample, as of somebody who died three days ago. */
    private static JsonNode linked(String sample) {
        ObjectNode request = Http.JSON.valueToTree(
                SampleDossier.of("death-registration/" + sample).request());
        ((ObjectNode) request.path("data").path("deceased"))
                .put("diedAt", OffsetDateTime.now().minusDays(3).toString());
        ((ObjectNode) request.path("data").path("deathNotice"))
                .put("issuedOn", LocalDate.now().minusDays(2).toString());
        return request;
    }
}
