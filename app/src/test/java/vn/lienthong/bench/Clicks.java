package vn.lienthong.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import tools.jackson.databind.JsonNode;

/** What people do at one node, and how long each click takes them. */
final class Clicks {

    /** A click that took so long is made in every tenth round only. */
    private static final long LONG = 2_000_000_000L;

    private final Http http;
    private final Sessions sessions;
    private final ObjLongConsumer<String> watch;
    private final Map<String, String> pages = new LinkedHashMap<>();
    private final Map<String, Long> last = new HashMap<>();

    Clicks(URI address, Connection database, ObjLongConsumer<String> watch) throws SQLException {
        this.http = new Http(address);
        this.sessions = new Sessions(address);
        this.watch = watch;
        String number = one(
                database,
                "select number from dossier.dossier where unit = 'an-hoa-mot-cua' and origin is null"
                        + " and procedure = 'death-registration' order by received_at limit 1");
        String secret = one(database, "select secret from dossier.dossier where number = '" + number + "'");
        String today = one(database, "select (now() at time zone 'Asia/Ho_Chi_Minh')::date::text");
        String monthAgo = one(database, "select ((now() at time zone 'Asia/Ho_Chi_Minh')::date - 20)::text");
        String identity =
                one(database, "select applicant_identity from dossier.dossier where number = '" + number + "'");
        String name = one(database, "select applicant_name from dossier.dossier where number = '" + number + "'");
        String month = "?from=" + monthAgo + "&until=" + today;
        page("an old dossier", "lanhdao", "/dossiers/" + number);
        page("search: whole number", "tiepnhan", "/api/v1/dossiers?q=" + number);
        page(
                "search: beginning of a number",
                "tiepnhan",
                "/api/v1/dossiers?q=" + number.substring(0, number.length() - 2));
        page("search: another system's number", "tiepnhan", "/api/v1/dossiers?q=g22.h99.12-2611");
        page("search: identity", "tiepnhan", "/api/v1/dossiers?q=" + identity);
        page("search: identity nobody has", "tiepnhan", "/api/v1/dossiers?q=001199123456");
        page("search: whole name", "tiepnhan", "/api/v1/dossiers?q=" + words(name));
        page("search: common name", "tiepnhan", "/api/v1/dossiers?q=nguyen");
        page("search: name nobody has", "tiepnhan", "/api/v1/dossiers?q=" + words("huyen bach"));
        page("search: name, department", "noivu", "/api/v1/dossiers?q=" + words(name));
        page("search: nobody, department", "noivu", "/api/v1/dossiers?q=" + words("huyen bach"));
        page("list of dossiers", "lanhdao", "/dossiers");
        page("list of dossiers, department", "noivu", "/dossiers");
        page("public tracking", "", "/api/v1/public/dossiers/" + number + "?secret=" + secret);
        page("start page", "hotich", "/");
        page("board", "giamsat", "/board");
        page("board, lines", "giamsat", "/board/lines");
        page("board, officers", "giamsat", "/board/officers");
        page("board, stuck", "giamsat", "/board/stuck");
        page("escalations", "giamsat", "/api/v1/escalations");
        page("apologies owed", "giamsat", "/api/v1/apologies/owed");
        page("report of a month", "giamsat", "/reports" + month);
        page("report: legs", "giamsat", "/api/v1/reports/on-time" + month);
        page("report: dossiers", "giamsat", "/api/v1/reports/on-time" + month + "&of=dossiers");
        page("report: causes", "giamsat", "/api/v1/reports/late-causes" + month);
        page("heat map of a month", "giamsat", "/heat" + month + "&procedure=death-registration");
        page("heat map by API", "giamsat", "/api/v1/reports/step-times" + month + "&procedure=death-registration");
        page("steps done", "giamsat", "/reports/steps" + month + "&procedure=death-registration");
        page("report: officers", "giamsat", "/api/v1/reports/officers");
        page("screen in the hall", "giamdoc", "/wall");
        page("what is due to be destroyed", "lanhdao", "/retention");
        page(
                "register of today",
                "giamsat",
                "/dossiers/register.pdf?unit=an-hoa-mot-cua&from=" + today + "&to=" + today);
        page("log", "thanhtra", "/log");
        page("log of an officer", "thanhtra", "/api/v1/log?actor=vanthu");
        page("log of an officer who did nothing", "thanhtra", "/api/v1/log?actor=thietke");
        page("log of a dossier", "thanhtra", "/api/v1/log?subject=" + number);
        page("log of a day", "thanhtra", "/api/v1/log?day=" + today);
        page("results to return", "traketqua", "/returns");
        page("results by name", "traketqua", "/returns?q=" + words("huyen bach"));
        page("prints", "tiepnhan", "/worklist/prints");
        page("messages", "tiepnhan", "/messages");
        page("hand-overs", "giamsat", "/handovers");
        page("notices", "hotich", "/notices");
        page("reconciliation with the portal", "giamsat", "/portal/reconciliation");
    }

    /** One dossier from the counter to the citizen. */
    void walk() throws IOException, InterruptedException {
        JsonNode dossier = timed("receive", () -> http.post("/api/v1/dossiers", LienThongSide.APPLICATION, "tiepnhan"));
        JsonNode open = dossier.path("openSteps");
        for (int left = LienThongSide.STEPS.size(); left > 0; left--) {
            LienThongSide.Step step =
                    LienThongSide.STEPS.get(open.path(0).path("step").asString());
            String id = open.path(0).path("taskId").asString();
            String task = "/api/v1/tasks/" + id;
            timed("list of a team", () -> http.get("/api/v1/worklist?queue=team", step.officer()));
            timed("page with the list", () -> sessions.get("/worklist", step.officer()));
            timed(
                    "page of the dossier",
                    () -> sessions.get("/dossiers/" + dossier.path("number").asString(), step.officer()));
            timed("page of the step", () -> sessions.get("/tasks/" + id, step.officer()));
            timed("take", () -> http.post(task + "/claim", Map.of(), step.officer()));
            JsonNode done = timed(
                    left == 1 ? "decide, finished" : "decide",
                    () -> http.post(task + "/complete", step.decision(), step.officer()));
            open = done.path("openSteps");
        }
    }

    void look(int round) throws IOException, InterruptedException {
        for (Map.Entry<String, String> page : pages.entrySet()) {
            if (last.getOrDefault(page.getKey(), 0L) > LONG && round % 10 > 0) {
                continue;
            }
            String[] asked = page.getValue().split(" ", 2);
            timed(
                    page.getKey(),
                    () -> asked[1].startsWith("/api/")
                            ? http.get(asked[1], asked[0].isEmpty() ? null : asked[0])
                            : sessions.get(asked[1], asked[0]));
        }
    }

    private interface Click<T> {
        T make() throws IOException, InterruptedException;
    }

    private <T> T timed(String click, Click<T> what) throws IOException, InterruptedException {
        long began = System.nanoTime();
        T answer = what.make();
        long took = System.nanoTime() - began;
        last.put(click, took);
        watch.accept(click, took);
        return answer;
    }

    private void page(String click, String account, String path) {
        pages.put(click, account + " " + path);
    }

    private static String words(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    private static String one(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
