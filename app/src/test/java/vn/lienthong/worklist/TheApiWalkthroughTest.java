package vn.lienthong.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;

/** The walkthrough in the documentation works as it is written, from the first line to the last. */
@ModuleTest
class TheApiWalkthroughTest {

    private static final Path WALKTHROUGH = Path.of("..", "docs", "api-walkthrough.md");
    private static final Pattern BLOCK = Pattern.compile("^```bash\\R(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    @Autowired
    Database database;

    @BeforeEach
    void nothing_to_do_yet() {
        database.empty();
    }

    @Test
    void every_block_runs_one_after_the_other_and_the_family_gets_its_results() throws Exception {
        Path script = Files.writeString(folder.resolve("walkthrough.sh"), blocks());
        Path output = folder.resolve("output");

        Process bash = run(script, output);

        assertThat(bash.waitFor(5, TimeUnit.MINUTES)).isTrue();
        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(bash.exitValue()).as(said).isZero();
        assertThat(said)
                .contains("as expected", "\"key\":\"returned\"", "task-finished", "step-completed")
                .doesNotContain("http-500");
    }

    @Test
    void a_call_that_is_refused_stops_the_walk() throws Exception {
        String tools = blocks().substring(0, blocks().indexOf("as tiepnhan"));
        Path script = Files.writeString(folder.resolve("refused.sh"), tools + "as nobody \"$API/worklist\"\necho on\n");
        Path output = folder.resolve("output");

        Process bash = run(script, output);

        assertThat(bash.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(bash.exitValue()).isNotZero();
        assertThat(Files.readString(output, StandardCharsets.UTF_8)).doesNotContain("on\n");
    }

    private Process run(Path script, Path output) throws IOException {
        ProcessBuilder bash = new ProcessBuilder("bash", "-eu", script.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        bash.environment().put("API", "http://127.0.0.1:" + port + "/api/v1");
        return bash.start();
    }

    private static String blocks() throws IOException {
        return BLOCK.matcher(Files.readString(WALKTHROUGH, StandardCharsets.UTF_8))
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.joining("\n"));
    }
}
