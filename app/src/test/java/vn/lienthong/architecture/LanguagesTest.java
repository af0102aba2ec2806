package vn.lienthong.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever is said is said in Vietnamese and in English. */
class LanguagesTest {

    private static final Path MESSAGES = Path.of("src", "main", "resources", "messages");

    @TestFactory
    Stream<DynamicTest> both_languages_have_the_same_sentences() throws IOException {
        return Files.list(MESSAGES)
                .filter(p -> p.getFileName().toString().endsWith("_vi.properties"))
                .sorted()
                .map(vi -> DynamicTest.dynamicTest(vi.getFileName().toString(), () -> {
                    Path en = MESSAGES.resolve(vi.getFileName().toString().replace("_vi.", "_en."));
                    assertThat(missing(load(vi), load(en)))
                            .as("in %s, not in English", vi)
                            .isEmpty();
                    assertThat(missing(load(en), load(vi)))
                            .as("in %s, not in Vietnamese", en)
                            .isEmpty();
                    load(vi).values()
                            .forEach(text -> assertThat(Normalizer.isNormalized(text.toString(), Normalizer.Form.NFC))
                                    .as("%s is composed (NFC)", text)
                                    .isTrue());
                }));
    }

    @Test
    void a_sentence_in_one_language_only_is_noticed() {
        var vi = new Properties();
        vi.setProperty("dossier.state.ready", "Đã xử lý xong");

        assertThat(missing(vi, new Properties())).containsExactly("dossier.state.ready");
    }

    private static Set<String> missing(Properties here, Properties there) {
        Set<String> keys = new TreeSet<>(here.stringPropertyNames());
        keys.removeAll(there.stringPropertyNames());
        return keys;
    }

    private static Properties load(Path file) throws IOException {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }
}
