package vn.lienthong.testing;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks after the shared database between tests. */
@TestComponent
public class Database {

    /** Schemas that hold what was there at the start of the run: the organisation, the catalogue, the migrations;
     * the deployed procedures of the engine are kept too. */
    private static final Set<String> REFERENCE = Set.of("agency", "procedure", "public");

    private final JdbcClient jdbc;

    public Database(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Removes every row of every table that is not reference data. */
    public void empty() {
        List<String> tables =
                jdbc.sql("""
                        select quote_ident(schemaname) || '.' || quote_ident(tablename)
                          from pg_tables
                         where schemaname not in ('pg_catalog', 'information_schema')
                           and schemaname not in (:reference)
                           and (schemaname <> 'workflow' or tablename like 'act\\_ru\\_%')
                           and tablename <> 'act_ru_jobdef'
                           and tablename !~ '^act_(re|ge)_'
                        """).param("reference", REFERENCE).query(String.class).list();
        if (!tables.isEmpty()) {
            jdbc.sql(tables.stream().collect(Collectors.joining(", ", "truncate ", " restart identity cascade")))
                    .update();
        }
    }
}
