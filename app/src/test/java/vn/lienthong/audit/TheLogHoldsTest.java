package vn.lienthong.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.audit.Finding.Kind;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.testing.SampleDossier;
import vn.lienthong.workflow.TimeMachine;

/** Each command and each outsider's look is in the log, and whoever changes the log or the history is found out. */
@ModuleTest
class TheLogHoldsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    MockMvc web;

    @Autowired
    Verification verification;

    @Autowired
    Sealing sealing;

    @Autowired
    Log log;

    @Autowired
    AuditMapper mapper;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Database database;

    @Autowired
    TimeMachine time;

    @Autowired
    Clock clock;

    private final SampleDossier sample = SampleDossier.of("death-registration/01-two-items-morning");

    private String number = "";

    @BeforeEach
    void a_dossier_of_which_a_step_is_done() throws Exception {
        database.empty();
        time.set(sample.receivedAt());
        sealing.atStart();
        number = send(post("/api/v1/dossiers").content(JSON.writeValueAsString(sample.request())), "tiepnhan")
                .get("number")
                .stringValue();
        time.set(sample.receivedAt().plusSeconds(60));
        JsonNode line =
                send(get("/api/v1/worklist?queue=team"), "hotich").get("items").get(0);
        send(post("/api/v1/tasks/" + line.get("taskId").stringValue() + "/claim"), "hotich");
    }

    @AfterEach
    void clock_back() {
        time.reset();
        sealing.atStart();
        jdbc.sql("alter table audit.entry enable trigger user").update();
        jdbc.sql("alter table dossier.event enable trigger user").update();
        jdbc.sql("alter table audit.seal enable trigger user").update();
        database.empty();
    }

    @Test
    void every_command_has_one_entry_that_says_who_did_what() {
        List<Entry> entries = entries();

        assertThat(entries)
                .extracting(Entry::act, Entry::actor, Entry::unit)
                .contains(
                        tuple("POST /api/v1/dossiers", "tiepnhan", "an-hoa-mot-cua"),
                        tuple("POST /api/v1/tasks/{taskId}/claim", "hotich", "an-hoa-tu-phap"));
        assertThat(entries.stream().filter(entry -> entry.act().startsWith("POST")))
                .hasSize(2);
        assertThat(entries).allSatisfy(entry -> assertThat(entry.fingerprint()).isNotNull());
    }

    @Test
    void nothing_is_found_where_nothing_was_changed() {
        Verification.Report report = verification.verify(null, null);

        assertThat(report.findings()).isEmpty();
        assertThat(report.entries()).isGreaterThanOrEqualTo(2);
        assertThat(report.lines()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void a_look_by_somebody_without_a_part_in_the_dossier_is_entered_once() throws Exception {
        send(get("/api/v1/dossiers/" + number), "thanhtra");
        send(get("/api/v1/dossiers/" + number), "hotich");

        List<Entry> looks = entries().stream()
                .filter(entry -> entry.act().equals(Entry.LOOK))
                .toList();

        assertThat(looks).hasSize(1);
        assertThat(looks.get(0).actor()).isEqualTo("thanhtra");
        assertThat(looks.get(0).dossiers()).containsExactly(number);
    }

    @Test
    void an_inspector_reads_the_log_of_the_own_agency_page_by_page_and_nobody_else_does() throws Exception {
        JsonNode first = send(get("/api/v1/log?limit=1"), "thanhtra");
        JsonNode second =
                send(get("/api/v1/log?limit=1&after=" + first.get("next").stringValue()), "thanhtra");

        assertThat(first.get("items").get(0).get("actName").stringValue()).isEqualTo("Nhận việc");
        assertThat(second.get("items").get(0).get("actName").stringValue()).isEqualTo("Tiếp nhận hồ sơ");
        assertThat(second.get("items").get(0).get("actorName").stringValue()).isNotBlank();
        assertThat(send(get("/api/v1/log?subject=" + number), "thanhtra").get("items"))
                .hasSize(2);
        assertThat(send(get("/api/v1/log?actor=hotich&day=2020-01-01"), "thanhtra")
                        .get("items"))
                .isEmpty();
        for (String other : List.of("quantri", "giamsat", "tiepnhan")) {
            assertThat(web.perform(get("/api/v1/log").with(httpBasic(other, "demo")))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .isEqualTo(403);
        }
    }

    @Test
    void what_is_refused_leaves_no_entry() throws Exception {
        int before = entries().size();

        MockHttpServletResponse answer = web.perform(post("/api/v1/dossiers/" + number + "/withdrawal")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\": \"\"}")
                        .with(httpBasic("tiepnhan", "demo")))
                .andReturn()
                .getResponse();

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(entries()).hasSize(before);
    }

    @Test
    void a_changed_entry_is_found() {
        tamper(
                "audit.entry",
                "update audit.entry set content = replace(content, 'tiepnhan', 'giamdoc') where actor = 'tiepnhan'");

        assertThat(kinds()).contains(Kind.ENTRY_CHANGED);
    }

    @Test
    void an_entry_whose_own_hash_was_made_to_fit_is_found_by_the_next_one() {
        aFewMoreEntries();
        tamper(
                "audit.entry",
                "update audit.entry set content = replace(content, 'tiepnhan', 'giamdoc'), actor = 'giamdoc',"
                        + " hash = sha256(convert_to('anything', 'UTF8')) where position = 1 and unit = 'probe'");

        assertThat(findings())
                .contains(new Finding(Kind.ENTRY_CHANGED, today(), "probe", 1L, "probe-1"))
                .contains(new Finding(Kind.ENTRY_CHANGED, today(), "probe", 2L, "probe-2"));
    }

    @Test
    void a_removed_entry_is_found_where_it_stood() {
        aFewMoreEntries();
        tamper("audit.entry", "delete from audit.entry where unit = 'probe' and position = 2");

        assertThat(findings()).containsExactly(new Finding(Kind.ENTRY_MISSING, today(), "probe", 3L, "probe-3"));
    }

    @Test
    void removed_last_entries_are_found() {
        aFewMoreEntries();
        tamper("audit.entry", "delete from audit.entry where unit = 'probe' and position = 3");

        assertThat(findings()).containsExactly(new Finding(Kind.END_DIFFERS, today(), "probe", 2L, null));
    }

    @Test
    void an_inserted_entry_is_found() {
        aFewMoreEntries();
        tamper("audit.entry", """
                insert into audit.entry select day, unit, 4, at, actor, subject, command, content, hash
                from audit.entry where unit = 'probe' and position = 3""");

        assertThat(kinds()).contains(Kind.ENTRY_CHANGED, Kind.END_DIFFERS);
    }

    @Test
    void what_the_lists_show_is_compared_with_what_was_hashed() {
        tamper("audit.entry", "update audit.entry set actor = 'giamdoc' where actor = 'tiepnhan'");

        assertThat(kinds()).containsOnly(Kind.COPY_DIFFERS);
    }

    @Test
    void a_changed_line_of_history_is_found() {
        tamper(
                "dossier.event",
                "update dossier.event set details = details || '{\"reason\": \"khác\"}' where actor = 'hotich'");

        assertThat(findings())
                .singleElement()
                .matches(finding -> finding.kind() == Kind.HISTORY_CHANGED && number.equals(finding.dossier()));
    }

    @Test
    void removed_and_added_lines_of_history_are_found() {
        tamper("dossier.event", "delete from dossier.event where actor = 'hotich'");
        assertThat(kinds()).containsOnly(Kind.HISTORY_MISSING);

        tamper("dossier.event", """
                insert into dossier.event (dossier, root, command, at, what, details)
                select dossier, root, gen_random_uuid(), at, 'returned', '{}' from dossier.event limit 1""");
        assertThat(kinds()).containsOnly(Kind.HISTORY_MISSING, Kind.HISTORY_ADDED);
    }

    @Test
    void a_day_that_is_over_is_sealed_and_cannot_be_forged_as_a_whole() {
        aFewMoreEntries();
        time.set(sample.receivedAt().plus(Duration.ofDays(1)));
        sealing.atStart();
        assertThat(verification.verify(null, null)).matches(report -> report.seals() == 1 && report.holds());

        tamper("audit.entry", "delete from audit.entry");
        tamper("dossier.event", "delete from dossier.event");
        jdbc.sql("delete from audit.chain").update();

        assertThat(findings()).extracting(Finding::kind).containsOnly(Kind.SEAL_BROKEN);
    }

    @Test
    void a_missing_seal_is_found_by_the_next_one() {
        for (int day = 1; day <= 3; day++) {
            aFewMoreEntries();
            time.set(sample.receivedAt().plus(Duration.ofDays(day)));
            sealing.atStart();
        }
        assertThat(findings()).isEmpty();

        tamper("audit.seal", "delete from audit.seal where number = 2");

        assertThat(kinds()).contains(Kind.SEAL_MISSING);
    }

    @Test
    void a_day_that_nobody_sealed_is_found() {
        time.set(sample.receivedAt().plus(Duration.ofDays(2)));

        assertThat(findings()).extracting(Finding::kind).containsExactly(Kind.UNSEALED);
    }

    /** Days that are sealed are closed: what is done in them once more stands in the chain of a later day. */
    @Test
    void a_clock_that_is_set_back_by_weeks_adds_no_line_that_nobody_wrote() throws Exception {
        time.set(sample.receivedAt().plus(Duration.ofDays(30)));
        sealing.atStart();
        time.set(sample.receivedAt().plusSeconds(90));
        send(post("/api/v1/dossiers").content(JSON.writeValueAsString(sample.request())), "tiepnhan");

        assertThat(findings()).isEmpty();
    }

    @Test
    void many_at_once_in_one_unit_stay_one_chain() throws Exception {
        ExecutorService officers = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> work = IntStream.range(0, 80)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        append("probe-" + i);
                        return true;
                    })
                    .toList();
            for (Future<Boolean> done : officers.invokeAll(work)) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            officers.shutdown();
        }

        assertThat(findings()).isEmpty();
        assertThat(mapper.chains(today())).anyMatch(chain -> chain.unit().equals("probe") && chain.length() == 80);
    }

    private void aFewMoreEntries() {
        for (int i = 1; i <= 3; i++) {
            append("probe-" + i);
        }
    }

    private void append(String subject) {
        transaction.executeWithoutResult(status -> log.append(new Entry(
                UUID.randomUUID(),
                clock.instant(),
                "tiepnhan",
                null,
                "probe",
                "POST /probe",
                Map.of("subject", subject),
                List.of(),
                List.of(),
                null)));
    }

    private void tamper(String table, String sql) {
        jdbc.sql("alter table " + table + " disable trigger user").update();
        assertThat(jdbc.sql(sql).update()).isPositive();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Log.VIETNAM);
    }

    private List<Finding> findings() {
        return verification.verify(null, null).findings();
    }

    private List<Kind> kinds() {
        return findings().stream().map(Finding::kind).toList();
    }

    private List<Entry> entries() {
        return mapper.page(List.of(), null, null, null, null, 100).stream()
                .map(row -> Log.read(row.content()))
                .toList();
    }

    private JsonNode send(MockHttpServletRequestBuilder request, String officer) throws Exception {
        MockHttpServletResponse answer = web.perform(
                        request.contentType(MediaType.APPLICATION_JSON).with(httpBasic(officer, "demo")))
                .andReturn()
                .getResponse();
        String body = answer.getContentAsString(StandardCharsets.UTF_8);
        assertThat(answer.getStatus()).as(body).isLessThan(300);
        return JSON.readTree(body.isEmpty() ? "{}" : body);
    }
}
