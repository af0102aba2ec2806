package vn.lienthong.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.lienthong.command.FreeText;

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

    /** Where a person writes as much as he likes, and the browser keeps him from more than the server takes. */
    private static final Pattern WORDS =
            Pattern.compile("<textarea\\b[^>]*>|<input\\b[^>]*name=\"(reason|note|comment|explanation)\"[^>]*>");

    private static final Pattern LIMIT = Pattern.compile("maxlength=\"(\\d+)\"");

    @Test
    void whoever_writes_is_told_where_it_ends() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            List<String> endless = new ArrayList<>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".html")).toList()) {
                endless.addAll(endless(file.toString(), Files.readString(file)));
            }
            assertThat(endless).isEmpty();
        }
        assertThat(endless("probe", "<textarea name=\"x\"></textarea><input name=\"note\" maxlength=\"9999\">"))
                .hasSize(2);
    }

    private static List<String> endless(String file, String template) {
        return WORDS.matcher(template)
                .results()
                .map(MatchResult::group)
                .filter(tag ->
                        !tag.contains("type=\"hidden\"") && !tag.contains("th:attr") && !tag.contains("readonly"))
                .filter(tag -> {
                    Matcher limit = LIMIT.matcher(tag);
                    return !limit.find() || Integer.parseInt(limit.group(1)) > FreeText.LONGEST;
                })
                .map(tag -> file + ": " + tag)
                .toList();
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
