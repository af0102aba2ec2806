package vn.lienthong.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The committed bundles are those that the committed sources make; Maven needs no Node to know. */
class IslandsAreFreshTest {

    private static final Path SOURCES = Path.of("src", "main", "islands");
    private static final Path BUNDLES = Path.of("src", "main", "resources", "static", "islands");
    private static final Path RECORD = BUNDLES.resolve("islands.sha256");

    @Test
    void sources_and_bundles_are_those_of_the_last_build() throws IOException {
        List<String> now = new ArrayList<>();
        now.add("# sources");
        now.addAll(sums(SOURCES, "sources/"));
        now.add("# bundles");
        now.addAll(sums(BUNDLES, "islands/"));

        assertThat(now)
                .as("run `npm ci && npm run build` in app/src/main/islands and commit the result")
                .isEqualTo(Files.readAllLines(RECORD));
    }

    private static List<String> sums(Path folder, String prefix) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.equals(RECORD))
                    .map(folder::relativize)
                    .filter(file -> !file.startsWith("node_modules"))
                    .map(file -> file.toString().replace('\\', '/'))
                    .sorted()
                    .map(file -> sum(folder.resolve(file)) + "  " + prefix + file)
                    .toList();
        }
    }

    private static String sum(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
