package vn.lienthong.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.dossier.Application;
import vn.lienthong.dossier.Receiving;
import vn.lienthong.rights.Furniture;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.Guards;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.testing.SampleDossier;
import vn.lienthong.workflow.TimeMachine;

/**
 * The table of bad inputs ({@code bad-input/*.yml}), said to the running product over real HTTP. Each is refused clearly, in the
 * language of whoever asks, with all its faults; nothing of it is stored; the answer tells nothing about how the product is made;
 * and none takes the machine's memory with it.
 */
@ModuleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {

    /** Names of classes, lines of stack traces, words of the database and of the server. */
    private static final Pattern INNARDS = Pattern.compile(
            "vn\\.lienthong|org\\.(springframework|apache|camunda|postgresql|thymeleaf)|java\\.(lang|util|io)\\.|jakarta\\.|"
                    + "tools\\.jackson|[a-z]Exception\\b|\\bat [a-z]+\\.[a-z.]+[A-Z]|SQLSTATE|PSQL|Apache Tomcat|"
                    + "Whitelabel|groovy\\.lang");

    /** What the heap has left while bombs are tried. */
    private static final long ROOM = 400L << 20;

    private final JdbcClient jdbc;
    private final Database database;
    private final TimeMachine time;
    private final ApplicationContext beans;
    private final int port;
    private Visits visits;

    @Autowired
    BadInputTest(
            JdbcClient jdbc, Database database, TimeMachine time, ApplicationContext beans, @LocalServerPort int port) {
        this.jdbc = jdbc;
        this.database = database;
        this.time = time;
        this.beans = beans;
        this.port = port;
        this.visits = new Visits(new Wire(port), Map.of());
    }

    @BeforeAll
    void aHouse() {
        database.empty();
        Map<String, String> names = new LinkedHashMap<>(new Furniture(beans).stand("tiepnhan"));
        // Whoever guesses about a dossier makes everybody wait who asks for it: one of its own, on a day of its own.
        SampleDossier sample = SampleDossier.of("death-registration/05-merit-two-agencies");
        time.set(Instant.parse("2026-12-22T02:00:00Z"));
        names.put(
                "{followed}",
                beans.getBean(CurrentCaller.class)
                        .as(
                                "tiepnhan",
                                () -> beans.getBean(Receiving.class)
                                        .receive(new Application(
                                                sample.procedure(),
                                                "COUNTER",
                                                sample.applicant(),
                                                sample.data(),
                                                sample.papers())))
                        .value());
        visits = new Visits(new Wire(port), names);
    }

    @AfterAll
    void nothingIsLeft() {
        new Furniture(beans).clear();
    }

    static List<String> tables() {
        return List.of(
                "files.yml",
                "json.yml",
                "text.yml",
                "http.yml",
                "forged.yml",
                "folders.yml",
                "programs.yml",
                "citizens.yml");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void is_refused_and_nothing_of_it_stays(String table) {
        List<BadInput> lines = BadInput.of(table);
        // Whoever is new here is noted down once.
        lines.stream().map(line -> line.text("who", "nobody")).distinct().forEach(visits::greet);
        Map<String, String> before = stored();
        List<String> wrong = new ArrayList<>();

        try (var full = new FullHeap(ROOM)) {
            for (BadInput line : lines) {
                Wire.Answer answer = visits.say(line);
                faults(line, answer).forEach(fault -> wrong.add(line.group() + " · " + line.what() + ": " + fault));
            }
        }

        assertThat(wrong).as("%s of %s lines", wrong.size(), lines.size()).isEmpty();
        assertThat(differences(before, stored())).as("tables that changed").isEmpty();
    }

    @Test
    void the_table_is_long_enough() {
        long lines =
                tables().stream().mapToLong(table -> BadInput.of(table).size()).sum();

        assertThat(lines).isGreaterThanOrEqualTo(200);
    }

    private List<String> faults(BadInput line, Wire.Answer answer) {
        List<String> faults = new ArrayList<>();
        List<String> expected = line.texts("expect");
        if (!expected.contains(Integer.toString(answer.status()))) {
            faults.add(answer.status() + " instead of " + expected + " " + start(answer.body()));
            return faults;
        }
        String everything = answer.headers() + answer.body();
        var innards = INNARDS.matcher(everything);
        // The protocol of the engine calls its errors by such names.
        if (innards.find()
                && !(line.text("protocol", "").equals("engine")
                        && innards.group().endsWith("Exception"))) {
            faults.add("tells " + innards.group() + ": " + start(everything));
        }
        line.texts("says").stream()
                .filter(word -> !everything.contains(word))
                .forEach(word -> faults.add("does not say " + word + ": " + start(everything)));
        line.texts("hides").stream()
                .filter(everything::contains)
                .forEach(word -> faults.add("says " + word + ": " + start(everything)));
        if (answer.status() >= 400) {
            faults.addAll(words(line, answer));
        }
        String path = line.text("send", "GET /").split("[ ?]")[1];
        // What the server is asked about itself it answers itself, with nothing that a browser would show.
        if (!path.equals("*")) {
            faults.addAll(Guards.missing(path, false, answer::all));
        }
        return faults;
    }

    private static List<String> words(BadInput line, Wire.Answer answer) {
        String type = answer.header("Content-Type");
        boolean english = line.text("language", "vi").equals("en");
        if (type.startsWith("text/html")) {
            return answer.body().contains("<html lang=\"" + (english ? "en" : "vi") + "\"")
                    ? List.of()
                    : List.of("is a page in no language: " + start(answer.body()));
        }
        if (line.text("protocol", "").equals("engine")) {
            return answer.body().contains("\"message\"") ? List.of() : List.of("says nothing: " + answer.body());
        }
        if (!type.startsWith("application/problem+json")) {
            return answer.status() == 401 && answer.header("HX-Redirect").endsWith("/login")
                    ? List.of()
                    : List.of("is neither a page nor a problem: " + type + " " + start(answer.body()));
        }
        JsonNode problem = JsonMapper.builder().build().readTree(answer.body());
        List<String> faults = new ArrayList<>();
        for (String part : List.of("type", "title", "detail", "code")) {
            String said = problem.path(part).asString("");
            if (said.isBlank() || said.startsWith("http.") || said.startsWith("problem.")) {
                faults.add("has no " + part + ": " + answer.body());
            }
        }
        List<String> found = new ArrayList<>();
        for (JsonNode one : problem.path("problems")) {
            found.add(one.path("field").asString() + " " + one.path("code").asString());
            if (one.path("message").asString("").isBlank()
                    || one.path("message").asString().startsWith("problem.")) {
                faults.add("has no words for " + one);
            }
        }
        if (line.has("faults")
                && !found.stream()
                        .sorted()
                        .toList()
                        .equals(line.texts("faults").stream().sorted().toList())) {
            faults.add("finds " + found + " instead of " + line.texts("faults"));
        }
        if (line.has("code") && !problem.path("code").asString().equals(line.text("code", ""))) {
            faults.add("is " + problem.path("code").asString() + " instead of " + line.text("code", ""));
        }
        return faults;
    }

    private static String start(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.substring(0, Math.min(line.length(), 300));
    }

    private static Map<String, String> differences(Map<String, String> before, Map<String, String> after) {
        Map<String, String> different = new TreeMap<>(after);
        different.entrySet().removeAll(before.entrySet());
        return different;
    }

    /** Every table but the log and the memory of guesses, which may say that somebody tried: how many rows, and a sum of what stands in them. */
    private Map<String, String> stored() {
        Map<String, String> sums = new TreeMap<>();
        List<String> tables = jdbc.sql("""
                        select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables
                         where schemaname not in ('pg_catalog', 'information_schema', 'public', 'audit')
                           and tablename not in ('login_failure', 'guess')
                        """).query(String.class).list();
        StringBuilder all = new StringBuilder();
        for (String table : tables) {
            all.append(all.isEmpty() ? "" : " union all ")
                    .append("select '")
                    .append(table)
                    .append("', count(*) || ' ' || coalesce(sum(hashtext(t::text)), 0) from ")
                    .append(table)
                    .append(" t");
        }
        jdbc.sql(all.toString())
                .query((row, n) ->
                        Objects.requireNonNull(sums.put(row.getString(1), row.getString(2)) == null ? "" : ""))
                .list();
        return sums;
    }
}
