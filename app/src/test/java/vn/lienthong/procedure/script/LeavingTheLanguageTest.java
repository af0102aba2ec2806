package vn.lienthong.procedure.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LeavingTheLanguageTest {

    record Attempt(String what, int line, String reason, String source) {

        @Override
        public String toString() {
            return what;
        }
    }

    static List<Attempt> attempts() throws IOException {
        var attempts = new ArrayList<Attempt>();
        for (String block : Files.readString(Path.of("src/test/resources/scripts/escapes.txt"))
                .split("(?m)^=== ")) {
            if (block.startsWith("#")) {
                continue;
            }
            String[] head = block.lines().findFirst().orElseThrow().split(" \\| ");
            attempts.add(new Attempt(
                    head[0],
                    Integer.parseInt(head[1].trim()),
                    head[2].trim(),
                    block.substring(block.indexOf('\n') + 1)));
        }
        return attempts;
    }

    @ParameterizedTest
    @MethodSource("attempts")
    @Timeout(5)
    void every_attempt_is_refused_with_name_and_line(Attempt attempt) {
        assertThatExceptionOfType(ScriptException.class)
                .isThrownBy(() -> run("late-registration-fee.groovy", attempt.source()))
                .satisfies(e -> {
                    assertThat(e.script()).isEqualTo("late-registration-fee.groovy");
                    assertThat(e.code()).as(e.getMessage()).isEqualTo(attempt.reason());
                    assertThat(e.line()).as(e.getMessage()).isEqualTo(attempt.line());
                });

        assertThat(Path.of("/tmp/escaped")).doesNotExist();
    }

    @Test
    void there_are_more_than_a_hundred_attempts() throws IOException {
        assertThat(attempts()).hasSizeGreaterThan(100);
    }

    @Test
    void a_slow_script_is_stopped_by_the_clock_too() {
        var script = CheckedScript.read("slow.groovy", "def i = 0\nwhile (true) { i = 1 - i }", Set.of());

        assertThatExceptionOfType(ScriptException.class)
                .isThrownBy(
                        () -> script.run(Map.of(), new Limits(Integer.MAX_VALUE, Duration.ofMillis(50), 1000, 1000)))
                .satisfies(e -> assertThat(e.code()).isEqualTo("script-too-slow"));
    }

    static @Nullable Object run(String name, String source) {
        return CheckedScript.read(name, source, Set.of("dossier", "on"))
                .run(
                        Map.of(
                                "dossier",
                                Map.of("deceased", Map.of("diedAt", "2026-11-17T21:40:00+07:00")),
                                "on",
                                LocalDate.of(2026, 11, 20)),
                        Limits.DEFAULT);
    }
}
