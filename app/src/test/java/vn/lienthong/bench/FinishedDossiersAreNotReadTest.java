package vn.lienthong.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.operations.EmbeddedPostgreSql;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.testing.Questions;
import vn.lienthong.testing.SampleDossier;
import vn.lienthong.testing.SharedPostgreSql;
import vn.lienthong.workflow.TimeMachine;

/**
 * What a node asks every few seconds, and figures of a month, find their rows by an index that says which ones: what was
 * finished in years before costs them nothing. Whether there is such an index can be seen without rows, where the planner
 * is told not to read whole tables.
 */
@ModuleTest
class FinishedDossiersAreNotReadTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Numbers below it are of tables of PostgreSQL's own. */
    private static final int FIRST_OF_OURS = 16_384;

    private static final Instant NOW = Instant.parse("2026-11-20T03:00:00Z");

    private static final String[] UNITS = {"an-hoa-mot-cua", "an-hoa-tu-phap"};

    private static final Map<String, Object> ASKED =
            Map.of("from", NOW, "until", NOW, "units", UNITS, "procedure", "death-registration", "late", false);

    /** What a finished dossier leaves rows in, and what is forgotten after a time. */
    private static final Set<String> KEPT = Set.of(
            "dossier.dossier",
            "dossier.leg",
            "dossier.external_number",
            "dossier.event",
            "dossier.handed_over",
            "worklist.closed_line",
            "worklist.sheet",
            "deadline.clock",
            "deadline.entry",
            "deadline.consumption",
            "deadline.escalation",
            "deadline.apology",
            "document.document",
            "interconnection.handover",
            "interconnection.outbox",
            "interconnection.inbox",
            "notification.message",
            "notification.notice",
            "command.idempotency",
            "citizen.guess",
            "agency.login_failure",
            "audit.entry",
            "audit.chain");

    @Autowired
    Database database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SqlSessionFactory sessions;

    @Autowired
    Questions questions;

    @Autowired
    TimeMachine time;

    @Autowired
    MockMvc web;

    private record Question(String statement, @Nullable Object asked) {

        static Question of(String statement, Object... asked) {
            return new Question(
                    "vn.lienthong." + statement,
                    Stream.iterate(0, i -> i < asked.length, i -> i + 2)
                            .collect(Collectors.toMap(i -> (String) asked[i], i -> asked[i + 1])));
        }

        @Override
        public String toString() {
            return statement;
        }
    }

    static List<Question> sweeps() {
        return List.of(
                Question.of("deadline.ClockMapper.due", "now", NOW, "most", 100),
                Question.of("deadline.ClockMapper.nextRung"),
                Question.of("deadline.ClockMapper.late", "before", NOW),
                Question.of(
                        "notification.MessageMapper.take",
                        "now",
                        NOW,
                        "until",
                        NOW,
                        "channels",
                        List.of("EMAIL"),
                        "limit",
                        10),
                Question.of("notification.MessageMapper.backlog", "now", NOW),
                Question.of("notification.NoticeMapper.forget", "before", NOW),
                Question.of("interconnection.outbox.OutboxMapper.destinations"),
                Question.of(
                        "interconnection.outbox.OutboxMapper.take",
                        "destination",
                        "police",
                        "early",
                        false,
                        "now",
                        NOW,
                        "until",
                        NOW,
                        "limit",
                        10),
                Question.of("interconnection.outbox.OutboxMapper.backlog", "now", NOW),
                Question.of("interconnection.outbox.OutboxMapper.forget", "before", NOW),
                Question.of("interconnection.inbox.InboxMapper.waiting", "now", NOW, "most", 10),
                Question.of("interconnection.inbox.InboxMapper.backlog"),
                Question.of("command.IdempotencyMapper.forgetAll", "before", NOW),
                Question.of("audit.AuditMapper.unsealed", "before", LocalDate.of(2026, 11, 20)),
                Question.of("audit.AuditMapper.overlooked"));
    }

    static List<Question> figures() {
        return List.of(
                Question.of("reporting.ResultView.legs", "from", NOW, "until", NOW, "units", UNITS),
                Question.of("reporting.ResultView.dossiers", "from", NOW, "until", NOW, "units", UNITS),
                Question.of("reporting.ResultView.causes", "from", NOW, "until", NOW, "units", UNITS),
                Question.of("reporting.StepTimeView.loads", "units", UNITS, "since", NOW, "now", NOW),
                Question.of("reporting.StepTimeView.steps", "asked", ASKED),
                Question.of("reporting.StepTimeView.legs", "asked", ASKED),
                Question.of("dossier.web.SearchView.numbered", "number", "H99.12-2611", "most", 500),
                Question.of("reporting.StuckView.page", "units", UNITS, "before", NOW, "limit", 50),
                Question.of(
                        "reporting.WallView.numbers",
                        "units",
                        UNITS,
                        "now",
                        NOW,
                        "today",
                        NOW,
                        "soon",
                        NOW,
                        "month",
                        NOW),
                Question.of("dossier.returns.ReturnsView.partly", "desks", List.of(UNITS), "limit", 50),
                Question.of("dossier.returns.ReturnsView.count", "desks", List.of(UNITS), "most", 50),
                Question.of("worklist.prints.SheetMapper.printed", "units", List.of(UNITS), "limit", 50),
                Question.of("notification.MessageMapper.list", "units", List.of(UNITS), "limit", 50),
                Question.of("worklist.prints.SheetMapper.count", "units", List.of(UNITS), "limit", 50),
                Question.of("dossier.RegisterView.of", "unit", UNITS[0], "from", NOW, "until", NOW, "limit", 50));
    }

    @BeforeEach
    void nothing_of_other_tests() throws SQLException {
        database.empty();
        forgetStatistics();
    }

    /** Of the few rows of other tests too: a planner that knows of few reads all of them in the order that is wanted. */
    private static void forgetStatistics() throws SQLException {
        EmbeddedPostgreSql server = SharedPostgreSql.server();
        try (Connection connection = DriverManager.getConnection(
                        server.jdbcUrl(), EmbeddedPostgreSql.superuser(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute("delete from pg_statistic where starelid >= " + FIRST_OF_OURS);
            statement.execute(
                    "update pg_class set reltuples = -1, relpages = 0 where relkind = 'r' and oid >= " + FIRST_OF_OURS);
        }
    }

    @AfterEach
    void clock_back() {
        time.reset();
    }

    @ParameterizedTest
    @MethodSource("sweeps")
    void what_is_asked_every_few_seconds_is_found_by_an_index(Question question) throws Exception {
        assertThat(readsWhole(question)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("figures")
    void what_pages_count_is_found_by_an_index(Question question) throws Exception {
        assertThat(readsWhole(question)).isEmpty();
    }

    @Test
    void no_click_on_the_way_of_a_dossier_reads_what_others_left() throws Exception {
        SampleDossier sample = SampleDossier.of("death-registration/05-merit-two-agencies");
        time.set(sample.receivedAt());

        Map<String, @Nullable Object> asked = questions.of(() -> walk(sample));
        forgetStatistics();

        assertThat(asked).hasSizeGreaterThan(50);
        for (Map.Entry<String, @Nullable Object> each : asked.entrySet()) {
            assertThat(readsWhole(new Question(each.getKey(), each.getValue())))
                    .as(each.getKey())
                    .isEmpty();
        }
    }

    /** Where everything is finished, a partial index of what is open looks as cheap to read as its entries of one dossier. */
    @Test
    void clocks_of_a_dossier_are_looked_up_where_hardly_any_runs() throws Exception {
        jdbc.sql("""
                        insert into deadline.clock (key, level, dossier, root, unit, calendar, started_at, original_due_at,
                               due_at, provisional, state, consumed, stopped_at, entries)
                        select n || '/' || level, level, n, n, 'an-hoa-mot-cua', 'office', now(), now(),
                               now(), false, 'STOPPED', 0, now(), 1
                          from generate_series(1, 5000) as n, unnest(array['DOSSIER', 'LEG', 'STEP']) as level""").update();
        jdbc.sql("analyze deadline.clock").update();

        for (String question : List.of("lockFamily", "lockSteps")) {
            Question asked = Question.of("deadline.ClockMapper." + question, "dossier", "4711");
            assertThat(readsWhole(asked, List.of())).as(question).isEmpty();
        }
    }

    @Test
    void a_question_that_no_index_answers_is_noticed() throws Exception {
        assertThat(readsWhole(Question.of("operations.consistency.ConsistencyView.ledgerDiffers")))
                .isNotEmpty();
    }

    private @Nullable Void walk(SampleDossier sample) throws Exception {
        JsonNode dossier = send(json(post("/api/v1/dossiers"), sample.request()).with(httpBasic("tiepnhan", "demo")));
        String number = dossier.path("number").asString();
        for (Map.Entry<String, String> step : List.of(
                Map.entry("tiepnhan", "accept"),
                Map.entry("hotich", "register"),
                Map.entry("lanhdao", "sign"),
                Map.entry("vanthu", "done"))) {
            String officer = step.getKey();
            String id = dossier.path("openSteps").path(0).path("taskId").asString();
            send(get("/worklist").with(user(officer)));
            send(get("/tasks/" + id).with(user(officer)));
            send(get("/dossiers/" + number).with(user(officer)));
            send(post("/api/v1/tasks/" + id + "/claim").with(httpBasic(officer, "demo")));
            dossier = send(json(post("/api/v1/tasks/" + id + "/complete"), Map.of("outcome", step.getValue()))
                    .with(httpBasic(officer, "demo")));
        }
        send(get("/dossiers/" + number + "/deadline").with(user("lanhdao")));
        send(get("/board").with(user("giamsat")));
        return null;
    }

    private JsonNode send(MockHttpServletRequestBuilder request) throws Exception {
        var response = web.perform(request).andReturn().getResponse();
        assertThat(response.getStatus()).as(response.getContentAsString()).isBetween(200, 299);
        return String.valueOf(response.getContentType()).contains("json")
                ? JSON.readTree(response.getContentAsString())
                : JSON.nullNode();
    }

    private static MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder request, Object body) {
        return request.contentType(MediaType.APPLICATION_JSON).content(JSON.writeValueAsString(body));
    }

    /** What it reads of those tables without a condition that an index answers. */
    private List<String> readsWhole(Question question) throws Exception {
        return readsWhole(
                question,
                jdbc.sql("select indexrelid::regclass::text from pg_index where indpred is not null")
                        .query((row, i) -> row.getString(1).replaceAll(".*\\.", ""))
                        .list());
    }

    /** @param partial indexes that may be read from one end to the other, because they know only what the question is about */
    private List<String> readsWhole(Question question, List<String> partial) throws Exception {
        List<String> found = new ArrayList<>();
        look(plan(question).path(0).path("Plan"), JSON.nullNode(), partial, found);
        return found;
    }

    private static void look(JsonNode node, JsonNode above, List<String> partial, List<String> found) {
        // Below the scan of a bitmap, the parts that read indexes do not name the table.
        boolean bitmap =
                !node.has("Relation Name") && node.path("Node Type").asString().startsWith("Bitmap");
        JsonNode table = bitmap ? above : node;
        String read = table.path("Schema").asString("") + "."
                + table.path("Relation Name").asString("");
        if (KEPT.contains(read) && isWhole(node, partial) && !endsAtOnce(node, above)) {
            found.add(node.path("Node Type").asString() + " " + read + " "
                    + node.path("Index Name").asString(""));
        }
        node.path("Plans").forEach(below -> look(below, table, partial, found));
    }

    private static boolean isWhole(JsonNode node, List<String> partial) {
        String type = node.path("Node Type").asString();
        String index = node.path("Index Name").asString("");
        return type.equals("Seq Scan") || (!index.isEmpty() && !node.has("Index Cond") && !partial.contains(index));
    }

    /** The first row along an index. */
    private static boolean endsAtOnce(JsonNode node, JsonNode above) {
        return above.path("Node Type").asString("").equals("Limit") && !node.has("Filter");
    }

    private JsonNode plan(Question question) throws Exception {
        try (SqlSession session = sessions.openSession(false)) {
            MappedStatement statement = session.getConfiguration().getMappedStatement(question.statement());
            BoundSql bound = statement.getBoundSql(question.asked());
            try (var setting = session.getConnection().createStatement();
                    var query = session.getConnection()
                            .prepareStatement("explain (format json, verbose) " + bound.getSql())) {
                // Of two tables without rows neither way to join is the better one.
                setting.execute("set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off");
                session.getConfiguration()
                        .newParameterHandler(statement, question.asked(), bound)
                        .setParameters(query);
                try (ResultSet rows = query.executeQuery()) {
                    rows.next();
                    return JSON.readTree(rows.getString(1));
                } finally {
                    setting.execute("reset enable_seqscan; reset enable_hashjoin; reset enable_mergejoin");
                }
            } finally {
                session.rollback();
            }
        }
    }
}
