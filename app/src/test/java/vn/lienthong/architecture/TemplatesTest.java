package vn.lienthong.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** House rules of the page templates that Thymeleaf itself does not complain about. */
class TemplatesTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    /** A tag that is replaced is gone before its condition is asked. */
    private static final Pattern ASKED_TOO_LATE = Pattern.compile(
            "<[^<>]*\\bth:replace=\"[^\"]*\"[^<>]*\\bth:(if|unless|each)=|<[^<>]*\\bth:(if|unless|each)=\"[^\"]*\"[^<>]*\\bth:replace=");

    @Test
    void a_condition_stands_around_what_is_replaced() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            List<String> found = new ArrayList<>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".html")).toList()) {
                found.addAll(found(file.toString(), Files.readString(file)));
            }
            assertThat(found).isEmpty();
        }
    }

    @Test
    void the_gate_catches_a_probe() {
        assertThat(found("probe", "<ol th:unless=\"${none}\" th:replace=\"~{parts :: list(${all})}\"></ol>"))
                .hasSize(1);
        assertThat(found("probe", "<div th:if=\"${any}\"><ol th:replace=\"~{parts :: list(${all})}\"></ol></div>"))
                .isEmpty();
    }

    private static List<String> found(String file, String template) {
        List<String> found = new ArrayList<>();
        Matcher matcher = ASKED_TOO_LATE.matcher(template);
        while (matcher.find()) {
            found.add(file + ": " + matcher.group());
        }
        return found;
    }
}
