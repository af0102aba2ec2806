package vn.lienthong.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import vn.lienthong.command.RowsHandler;

/**
 * Statements that look for the rows of many records tell PostgreSQL to expect few ({@link RowsHandler}): otherwise a batch of
 * one, which is every click, reads a whole table as long as it has some thousand rows.
 */
class BatchesTest {

    private static final Pattern STATEMENT =
            Pattern.compile("<(sql|select|update|delete)\\s[^>]*id=\"(\\w+)\".*?</\\1>", Pattern.DOTALL);

    private static final String FEW = "limit (select null::bigint)";

    @Test
    void records_are_expected_to_be_few_where_their_rows_are_looked_for() throws IOException {
        List<String> given = new ArrayList<>();
        List<String> unlimited = new ArrayList<>();
        for (Resource mapper :
                new PathMatchingResourcePatternResolver().getResources("classpath*:vn/lienthong/**/*.xml")) {
            for (MatchResult statement : STATEMENT
                    .matcher(mapper.getContentAsString(StandardCharsets.UTF_8))
                    .results()
                    .toList()) {
                boolean looked = !statement.group().contains("insert into");
                if (looked && statement.group().contains(RowsHandler.class.getName())) {
                    String name = mapper.getFilename() + " " + statement.group(2);
                    given.add(name);
                    if (!statement.group().contains(FEW)) {
                        unlimited.add(name);
                    }
                }
            }
        }

        assertThat(given).hasSizeGreaterThan(4);
        assertThat(unlimited).isEmpty();
    }
}
