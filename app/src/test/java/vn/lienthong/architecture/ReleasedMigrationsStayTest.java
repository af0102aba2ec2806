package vn.lienthong.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** ADR 0027: what a release has done to the database stays done, and what the next one does leaves the version before at work. */
class ReleasedMigrationsStayTest {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Path RELEASED = Path.of("src/test/resources/migrations/released.txt");

    /** What the version before would stumble over. */
    private static final Pattern CONTRACTS = Pattern.compile(
            "\\bdrop\\s+(table|column|view|schema|type|function)\\b|\\brename\\s+(to|column|constraint)\\b"
                    + "|\\balter\\s+column\\s+\\S+\\s+(set\\s+data\\s+)?type\\b|\\bset\\s+not\\s+null\\b"
                    + "|\\badd\\s+column\\b(?![^;,]*\\bdefault\\b)[^;,]*\\bnot\\s+null\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern SAID_SO = Pattern.compile("(?m)^-- contract: not used since \\d+\\.\\d+\\.\\d+");

    @Test
    void a_migration_that_was_released_is_not_changed_any_more() throws IOException {
        Map<String, String> here = migrations();
        if ("yes".equals(System.getProperty("release"))) {
            release(here);
        }

        assertThat(here).containsAllEntriesOf(released());
    }

    @Test
    void one_that_is_not_released_yet_takes_nothing_away_from_the_version_before() throws IOException {
        Map<String, String> released = released();
        // Before the first release there is no version before.
        List<String> fresh = released.isEmpty()
                ? List.of()
                : migrations().keySet().stream()
                        .filter(script -> !released.containsKey(script))
                        .toList();

        assertThat(fresh).noneMatch(script -> takesAway(text(script)));
    }

    @Test
    void what_takes_something_away_is_known_and_what_adds_is_not_taken_for_it() {
        assertThat(List.of(
                        "drop table dossier.visit;",
                        "alter table dossier.dossier drop column remark;",
                        "alter table dossier.dossier rename column remark to note;",
                        "alter table dossier.dossier alter column remark type jsonb;",
                        "alter table dossier.dossier alter column remark set not null;",
                        "alter table dossier.dossier add column remark text not null;"))
                .allMatch(ReleasedMigrationsStayTest::takesAway);
        assertThat(List.of(
                        "create table dossier.visit (id bigint not null);",
                        "alter table dossier.dossier add column remark text;",
                        "alter table dossier.dossier add column seen boolean default false not null;",
                        "alter table dossier.dossier add column seen boolean not null default false;",
                        "-- contract: not used since 0.3.0\nalter table dossier.dossier drop column remark;"))
                .noneMatch(ReleasedMigrationsStayTest::takesAway);
    }

    private static boolean takesAway(String sql) {
        return CONTRACTS.matcher(sql).find() && !SAID_SO.matcher(sql).find();
    }

    private static void release(Map<String, String> here) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(RELEASED).stream()
                .filter(line -> line.startsWith("#") && !line.contains("Nothing is released"))
                .toList());
        here.forEach((script, hash) -> lines.add(hash + " " + script));
        Files.write(RELEASED, lines);
    }

    private static Map<String, String> released() throws IOException {
        Map<String, String> released = new TreeMap<>();
        Files.readAllLines(RELEASED).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(line -> released.put(line.substring(65), line.substring(0, 64)));
        return released;
    }

    private static Map<String, String> migrations() throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(MIGRATIONS)) {
            files.filter(file -> file.toString().endsWith(".sql"))
                    .map(file -> MIGRATIONS.relativize(file).toString().replace('\\', '/'))
                    .forEach(script -> hashes.put(script, hash(text(script))));
        }
        assertThat(hashes).isNotEmpty();
        return hashes;
    }

    /** Line ends are the machine's, not the migration's. */
    private static String text(String script) {
        try {
            return Files.readString(MIGRATIONS.resolve(script)).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
