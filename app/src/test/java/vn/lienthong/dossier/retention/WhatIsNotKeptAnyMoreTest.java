package vn.lienthong.dossier.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.audit.Finding;
import vn.lienthong.audit.Verification;
import vn.lienthong.command.FreeText;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Refused;
import vn.lienthong.dossier.Application;
import vn.lienthong.dossier.Correcting;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Receiving;
import vn.lienthong.operations.consistency.Consistency;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.testing.SampleDossier;
import vn.lienthong.workflow.TimeMachine;
import vn.lienthong.worklist.Completing;
import vn.lienthong.worklist.Tasks;

/** A finished dossier whose time is over: its content goes everywhere, its number, dates, figures and the log stay. */
@ModuleTest
class WhatIsNotKeptAnyMoreTest {

    private static final List<String> OFFICERS =
            List.of("hotich", "lanhdao", "vanthu", "congan", "congan", "congan", "congan", "traketqua");

    private static final Pattern NAMING =
            Pattern.compile("(fullName|identityNumber|headIdentity|phone|email|bankAccount|address)$");

    @Autowired
    Destruction destruction;

    @Autowired
    Due due;

    @Autowired
    Holds holds;

    @Autowired
    Verification verification;

    @Autowired
    Consistency consistency;

    @Autowired
    Receiving receiving;

    @Autowired
    Correcting correcting;

    @Autowired
    Completing completing;

    @Autowired
    Tasks tasks;

    @Autowired
    CurrentCaller caller;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Database database;

    @Autowired
    TimeMachine time;

    private String finished = "";

    @BeforeEach
    void a_finished_dossier() {
        database.empty();
        SampleDossier sample = SampleDossier.of("death-registration/01-two-items-morning");
        time.set(sample.receivedAt());
        finished = caller.as(
                        "tiepnhan",
                        () -> receiving.receive(new Application(
                                sample.procedure(), "COUNTER", sample.applicant(), sample.data(), sample.papers())))
                .value();
        caller.as(
                "tiepnhan",
                () -> correcting.correct(
                        new DossierNumber(finished),
                        new Correcting.Wish(Map.of("applicant.phone", "0912000999"), "Đơn ngày 20/11/2026", null)));
        OFFICERS.forEach(officer -> step(finished, officer));
    }

    @AfterEach
    void now() {
        database.empty();
        time.reset();
    }

    @Test
    void nothing_of_a_person_is_left_and_everything_else_holds() {
        Set<String> personal = personal();
        assertThat(personal).hasSizeGreaterThan(5);
        assertThat(found(personal)).isNotEmpty();
        long results = count("select count(*) from reporting.dossier_result");
        time.set(Instant.parse("2096-12-31T16:59:00Z"));
        assertThat(due.lines(null)).isEmpty();

        time.set(Instant.parse("2096-12-31T17:00:00Z"));
        assertThat(due.lines(null))
                .singleElement()
                .satisfies(line -> assertThat(line.dossiers() + " " + line.year() + " " + line.years())
                        .isEqualTo("1 2026 70"));
        Destruction.Report report = destruction.run("12/QĐ-UBND", "quantri");

        assertThat(report.failed()).isZero();
        assertThat(report.destroyed()).isOne();
        assertThat(report.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.files()).isPositive());
        assertThat(found(personal)).isEmpty();
        assertThat(count("select count(*) from document.content")).isZero();
        assertThat(count("select count(*) from reporting.dossier_result")).isEqualTo(results);
        assertThat(consistency.check().findings()).isEmpty();
        assertThat(wrong()).isEmpty();
        assertThat(due.lines(null)).isEmpty();
        assertThat(destruction.run("12/QĐ-UBND", "quantri").destroyed()).isZero();
        assertThat(jdbc.sql("select content from audit.entry where content like '%COMMAND retention%'")
                        .query(String.class)
                        .single())
                .contains(finished, "12/QĐ-UBND", "content-destroyed");
        assertThatThrownBy(() -> caller.as(
                        "tiepnhan",
                        () -> correcting.correct(
                                new DossierNumber(finished),
                                new Correcting.Wish(Map.of("applicant.phone", "0912000888"), "Đơn mới", null))))
                .isInstanceOf(Refused.class);
    }

    @Test
    void what_was_done_under_the_cover_of_a_destruction_is_noticed() {
        time.set(Instant.parse("2097-01-02T02:00:00Z"));
        destruction.run("12/QĐ-UBND", "quantri");
        assertThat(wrong()).isEmpty();

        assertThat(after("update dossier.event set details = '{}' where what = 'step-completed'"))
                .contains(Finding.Kind.HISTORY_CHANGED);
        assertThat(after(
                        "alter table dossier.tombstone disable trigger user", "update dossier.tombstone set years = 1"))
                .contains(Finding.Kind.HISTORY_CHANGED);
        assertThat(after(
                        "alter table dossier.emptied_command disable trigger user",
                        "update dossier.emptied_command set after = before"))
                .contains(Finding.Kind.HISTORY_CHANGED);
    }

    @Test
    void a_hold_keeps_it_until_it_is_lifted() {
        DossierNumber number = new DossierNumber(finished);
        caller.as("giamsat", () -> {
            holds.place(number, Holds.Because.COMPLAINT, "Đơn số 15 ngày 02/01/2027");
            return null;
        });
        time.set(Instant.parse("2097-01-02T02:00:00Z"));

        assertThat(due.lines(null))
                .singleElement()
                .satisfies(
                        line -> assertThat(line.dossiers() + " " + line.held()).isEqualTo("0 1"));
        assertThat(destruction.run("12/QĐ-UBND", "quantri").destroyed()).isZero();

        caller.as("giamsat", () -> {
            holds.lift(number, Holds.Because.COMPLAINT, "Đã giải quyết, Quyết định số 20");
            return null;
        });
        assertThat(destruction.run("13/QĐ-UBND", "quantri").destroyed()).isOne();
        assertThatThrownBy(() -> caller.as("giamsat", () -> {
                    holds.place(number, Holds.Because.OTHER, "muộn");
                    return null;
                }))
                .isInstanceOf(Refused.class);
    }

    @Test
    void nobody_keeps_or_gives_up_a_dossier_without_saying_why() {
        DossierNumber number = new DossierNumber(finished);
        String tooLong = "x".repeat(FreeText.LONGEST + 1);

        assertThat(faults(() -> holds.place(number, null, " "))).containsExactly("because required", "reason required");
        assertThat(faults(() -> holds.lift(number, Holds.Because.OTHER, tooLong)))
                .containsExactly("reason too-long");
    }

    private List<String> faults(Runnable command) {
        try {
            caller.as("giamsat", () -> {
                command.run();
                return null;
            });
            return List.of();
        } catch (InvalidInput invalid) {
            return invalid.problems().stream()
                    .map(fault -> fault.field() + " " + fault.code())
                    .toList();
        }
    }

    /** A certified copy is kept for two years, less than anything else. */
    @Test
    void what_is_kept_shortest_is_due_as_soon_as_its_years_are_over() {
        jdbc.sql("update dossier.dossier set procedure = 'certified-copy', edition = '2025-07-01'")
                .update();

        time.set(Instant.parse("2028-12-31T16:59:00Z"));
        assertThat(due.lines(null)).isEmpty();
        time.set(Instant.parse("2028-12-31T17:00:00Z"));
        assertThat(due.lines(null))
                .singleElement()
                .satisfies(line -> assertThat(line.dossiers() + " " + line.year() + " " + line.years())
                        .isEqualTo("1 2026 2"));
    }

    @Test
    void a_dossier_that_is_not_finished_is_never_due() {
        jdbc.sql("update dossier.dossier set finished_at = null where origin = ?")
                .param(finished)
                .update();
        time.set(Instant.parse("2097-01-02T02:00:00Z"));

        assertThat(due.lines(null)).isEmpty();
        assertThat(destruction.run("12/QĐ-UBND", "quantri").destroyed()).isZero();
    }

    /** What the dossiers' answers say of people, as far as it is long enough to be found again. */
    private Set<String> personal() {
        Set<String> words = new TreeSet<>();
        jdbc.sql("select content::text from dossier.dossier")
                .query(String.class)
                .list()
                .forEach(content -> collect("", JsonMapper.shared().readTree(content), words));
        return words;
    }

    private static void collect(String path, JsonNode node, Set<String> words) {
        if (node.isObject()) {
            node.properties()
                    .forEach(part -> collect(
                            path.isEmpty() ? part.getKey() : path + "." + part.getKey(), part.getValue(), words));
        } else if (node.isArray()) {
            node.forEach(part -> collect(path, part, words));
        } else if (node.isString()
                && node.asString().length() > 9
                && NAMING.matcher(path).find()) {
            words.add(node.asString());
        }
    }

    /** Tables in which one of the words stands. */
    private List<String> found(Set<String> words) {
        List<String> tables = jdbc.sql("""
                        select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables
                         where schemaname not in ('pg_catalog', 'information_schema', 'agency', 'procedure')
                           and tablename !~ '^act_(re|ge)_'
                        """).query(String.class).list();
        List<String> found = new ArrayList<>();
        for (String table : tables) {
            for (String word : words) {
                long rows = jdbc.sql("select count(*) from " + table + " t where position(:word in t::text) > 0")
                        .param("word", word)
                        .query(Long.class)
                        .single();
                if (rows > 0) {
                    found.add(table + ": " + word);
                }
            }
        }
        return found;
    }

    private List<Finding.Kind> after(String... damage) {
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            for (String one : damage) {
                jdbc.sql(one).update();
            }
            return wrong();
        }));
    }

    /** Seventy years without an entry have no seals either. */
    private List<Finding.Kind> wrong() {
        return verification.verify(null, null).findings().stream()
                .map(Finding::kind)
                .filter(kind -> kind != Finding.Kind.UNSEALED)
                .toList();
    }

    private long count(String query) {
        return jdbc.sql(query).query(Long.class).single();
    }

    private void step(String number, String officer) {
        time.set(time.now().plusSeconds(60));
        String task = jdbc.sql("select task_id from worklist.line where origin = :number and state = 'OPEN'")
                .param("number", number)
                .query(String.class)
                .single();
        caller.as(officer, () -> {
            String usual = tasks.open(task, Locale.ENGLISH).outcomes().stream()
                    .filter(Tasks.Outcome::isDefault)
                    .findFirst()
                    .orElseThrow()
                    .id();
            return completing.complete(task, usual, null, null);
        });
    }
}
