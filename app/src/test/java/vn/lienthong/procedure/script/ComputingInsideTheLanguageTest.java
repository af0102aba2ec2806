package vn.lienthong.procedure.script;

import static org.assertj.core.api.Assertions.assertThat;

import groovy.lang.Binding;
import groovy.lang.GroovyShell;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.codehaus.groovy.runtime.InvokerHelper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComputingInsideTheLanguageTest {

    private static final Map<String, Object> DOSSIER = Map.of(
            "deceased",
                    Map.of(
                            "fullName", "Nguyễn Văn Bình",
                            "diedAt", "2026-11-17T21:40:00+07:00",
                            "dateOfBirth", "1948-03-02"),
            "beneficiary", Map.of("class", "MERIT"),
            "papers",
                    List.of(
                            Map.of("code", "giay-bao-tu", "form", "ORIGINAL", "copies", 1),
                            Map.of("code", "to-khai", "form", "ELECTRONIC", "copies", 2)));

    private static final LocalDate ON = LocalDate.of(2026, 11, 20);

    record Computation(String what, String answer, String source) {

        @Override
        public String toString() {
            return what;
        }
    }

    static List<Computation> computations() throws IOException {
        var computations = new ArrayList<Computation>();
        for (String block : Files.readString(Path.of("src/test/resources/scripts/computations.txt"))
                .split("(?m)^=== ")) {
            if (!block.startsWith("#")) {
                String[] head = block.lines().findFirst().orElseThrow().split(" \\| ");
                computations.add(new Computation(head[0], head[1].trim(), block.substring(block.indexOf('\n') + 1)));
            }
        }
        return computations;
    }

    @ParameterizedTest
    @MethodSource("computations")
    void answers_as_written(Computation computation) {
        Object answer = run(computation.source());

        assertThat(Values.text(answer, 10_000)).isEqualTo(computation.answer());
    }

    @ParameterizedTest
    @MethodSource("computations")
    void answers_as_plain_groovy_does(Computation computation) {
        var shell = new GroovyShell(new Binding(Map.of("dossier", DOSSIER, "on", ON)));

        Object ours = run(computation.source());
        Object groovys = shell.evaluate(computation.source());

        assertThat(InvokerHelper.toString(ours)).isEqualTo(InvokerHelper.toString(groovys));
    }

    @Test
    void a_template_leaves_as_text_and_a_date_as_its_iso_text() {
        Object result = run("[text: \"${1}\", date: on, list: [on]]");

        assertThat(result).isEqualTo(Map.of("text", "1", "date", "2026-11-20", "list", List.of("2026-11-20")));
        assertThat(((Map<?, ?>) Objects.requireNonNull(result)).get("text")).isInstanceOf(String.class);
    }

    @Test
    void numbers_keep_the_type_that_a_database_understands() {
        assertThat(run("8000")).isInstanceOf(Integer.class);
        assertThat(run("8000.50")).isInstanceOf(BigDecimal.class);
        assertThat(run("dossier.amount ?: 1L")).isInstanceOf(Long.class);
    }

    @Test
    void a_sum_of_money_never_becomes_a_wrong_one() {
        assertThat(run("2000000000 * 20")).isEqualTo(40_000_000_000L);
        assertThat(run("2000000000 + 2000000000")).isEqualTo(4_000_000_000L);
        assertThat(run("-2000000000 - 2000000000")).isEqualTo(-4_000_000_000L);
        assertThat(run("9000000000000000000 * 9")).isEqualTo(new BigInteger("81000000000000000000"));
        assertThat(run("2000000 * 20")).isEqualTo(40_000_000);
    }

    @Test
    void the_inputs_are_copied_once_and_never_changed() {
        var papers = new ArrayList<>(Arrays.asList("a", null, "b"));
        var script = CheckedScript.read("papers.groovy", "papers + ['c']", Set.of("papers"));

        Object result = script.run(Map.of("papers", papers), Limits.DEFAULT);

        assertThat(result).isEqualTo(Arrays.asList("a", null, "b", "c"));
        assertThat(papers).containsExactly("a", null, "b");
    }

    @Test
    void one_checked_script_runs_in_many_threads() {
        var script = CheckedScript.read("n.groovy", "def s = 0\nfor (i in 1..n) { s += i }\ns", Set.of("n"));

        List<@Nullable Object> results = IntStream.rangeClosed(1, 200)
                .parallel()
                .mapToObj(n -> script.run(Map.of("n", n), Limits.DEFAULT))
                .toList();

        assertThat(results.get(0)).isEqualTo(1);
        assertThat(results.get(199)).isEqualTo(20100);
    }

    private static @Nullable Object run(String source) {
        return CheckedScript.read("computation.groovy", source, Set.of("dossier", "on"))
                .run(Map.of("dossier", DOSSIER, "on", ON), Limits.DEFAULT);
    }
}
