package vn.lienthong.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.testing.ModuleTest;

@ModuleTest
class TextHandlerTest {

    @Autowired
    SqlSessionFactory sessions;

    interface Phones {

        @Select("select coalesce('phone ' || #{phone}, 'no phone')")
        String told(Applicant applicant);
    }

    record Applicant(@Nullable String phone) {}

    @Test
    void a_statement_stays_prepared_when_a_text_is_there_and_then_is_not() throws SQLException {
        Set<String> prepared = new LinkedHashSet<>();

        try (SqlSession session = sessions.openSession()) {
            if (!session.getConfiguration().hasMapper(Phones.class)) {
                session.getConfiguration().addMapper(Phones.class);
            }
            Phones phones = session.getMapper(Phones.class);
            for (int n = 0; n < 12; n++) {
                assertThat(phones.told(new Applicant("0912000321"))).isEqualTo("phone 0912000321");
                assertThat(phones.told(new Applicant(null))).isEqualTo("no phone");
                prepared.addAll(prepared(session));
            }
        }

        assertThat(prepared).hasSize(1);
    }

    /** Names that the driver gave the statement. */
    private static Set<String> prepared(SqlSession session) throws SQLException {
        Set<String> names = new LinkedHashSet<>();
        try (Statement statement = session.getConnection().createStatement();
                ResultSet rows = statement.executeQuery(
                        "select name from pg_prepared_statements where statement like '%no phone%'")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
