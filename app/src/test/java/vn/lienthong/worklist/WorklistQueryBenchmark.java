package vn.lienthong.worklist;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
import org.apache.ibatis.datasource.pooled.PooledDataSource;
import org.apache.ibatis.datasource.unpooled.UnpooledDataSource;
import org.apache.ibatis.io.Resources;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.LocalCacheScope;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.defaults.DefaultSqlSessionFactory;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import vn.lienthong.operations.EmbeddedPostgreSql;
import vn.lienthong.testing.SharedPostgreSql;

/**
 * How long the queries of the worklist take with little and with much work in hand, and the plans behind them. Not part
 * of the normal run; start it with {@code mvn -pl app -am test -Dtest=WorklistQueryBenchmark
 * -Dsurefire.failIfNoSpecifiedTests=false}, optionally with {@code -Dworklist.lines=10000,100000,1000000}.
 */
class WorklistQueryBenchmark {

    private static final Instant NOW = Instant.parse("2026-11-20T03:00:00Z");
    private static final Duration WARM_UP = Duration.ofSeconds(1);
    private static final int ROUNDS = 400;

    @Test
    void measure_every_queue() throws Exception {
        for (String lines :
                System.getProperty("worklist.lines", "10000,100000,1000000").split(",")) {
            measure(Integer.parseInt(lines.trim()));
        }
    }

    private static void measure(int lines) throws Exception {
        EmbeddedPostgreSql server = SharedPostgreSql.server();
        String database = "worklist_benchmark";
        try (Connection admin = DriverManager.getConnection(
                server.jdbcUrl("postgres"), EmbeddedPostgreSql.superuser(), server.password())) {
            admin.createStatement().execute("drop database if exists " + database + " with (force)");
            admin.createStatement().execute("create database " + database + " owner " + server.username());
        }
        var source = new UnpooledDataSource(
                "org.postgresql.Driver", server.jdbcUrl(database), server.username(), server.password());
        String[] settings = System.getProperty("worklist.settings", "").split(";");
        try (Connection connection = source.getConnection()) {
            for (String setting : settings) {
                if (!setting.isBlank()) {
                    connection.createStatement().execute("alter role lienthong set " + setting);
                }
            }
            fill(connection, lines);
        }
        try (SqlSession session = new DefaultSqlSessionFactory(configuration(source)).openSession(true)) {
            QueueView view = session.getMapper(QueueView.class);
            System.out.printf(Locale.ROOT, "%n%,d open lines%n", lines);
            Filter team = Filter.of(Queue.TEAM);
            explain(session, request(team, null));
            engine(source);
            for (Queue queue : Queue.values()) {
                report(
                        queue.key(),
                        () -> view.page(request(Filter.of(queue), null)).size());
            }
            for (Order order : Order.values()) {
                Filter sorted = team.with("sort", order.key());
                report(
                        "team by " + order.key(),
                        () -> view.page(request(sorted, null)).size());
                Cursor middle = Cursor.after(view.page(request(sorted, null)).get(49), order);
                report("  its page 2", () -> view.page(request(sorted, middle)).size());
                report("  of a supervisor", () -> view.page(watching(sorted)).size());
            }
            inTransactions(source, team);
            for (Filter narrow : List.of(
                    team.with("q", "thanh ha"),
                    team.with("q", "nobody of this name"),
                    team.with("procedure", "none-of-it"),
                    team.with("assignee", Filter.FREE),
                    team.with("assignee", "officer-4711"),
                    team.with("channel", "ONLINE"),
                    team.with("due", DueWithin.TODAY.key()),
                    team.with("urgent", "true"))) {
                report(narrow.query(), () -> view.page(request(narrow, null)).size());
                report("  of a supervisor", () -> view.page(watching(narrow)).size());
                report("  how many", () -> view.count(request(narrow, null)));
            }
            report("counts of a supervisor", () -> view.counts(watching(team)).team());
            report("counts", () -> view.counts(request(team, null)).team());
            board(session.getMapper(BoardView.class), lines);
            Filter everywhere = team.with("q", "nobody of this name");
            report(
                    "a province, nobody found",
                    () -> view.page(province(everywhere, lines)).size());
            for (Order order : Order.values()) {
                report(
                        "a province by " + order.key(),
                        () -> view.page(province(team.with("sort", order.key()), lines))
                                .size());
            }
        }
    }

    /** The same team's open tasks from the engine's own task query, on the same server: what one would use instead. */
    private static void engine(UnpooledDataSource source) throws SQLException {
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(new PooledDataSource(source));
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        ProcessEngine engine = configuration.buildProcessEngine();
        try {
            try (Connection connection = source.getConnection()) {
                connection.createStatement().execute("""
                        insert into act_ru_task (id_, rev_, name_, task_def_key_, priority_, create_time_, due_date_, assignee_, suspension_state_)
                        select task_id, 1, step, step, 50, opened_at, due_at, assignee, 1 from worklist.line where state = 'OPEN'
                        """);
                connection.createStatement().execute("""
                        insert into act_ru_identitylink (id_, rev_, type_, group_id_, task_id_)
                        select task_id, 1, 'candidate', unit, task_id from worklist.line where state = 'OPEN'
                        """);
                connection.createStatement().execute("vacuum analyze act_ru_task, act_ru_identitylink");
            }
            report(
                    "the engine's task query, team by due",
                    ROUNDS / 10,
                    () -> engine.getTaskService()
                            .createTaskQuery()
                            .active()
                            .taskCandidateGroupIn(List.of("unit-0", "unit-1", "unit-2"))
                            .includeAssignedTasks()
                            .orderByDueDate()
                            .asc()
                            .listPage(0, 51)
                            .size());
        } finally {
            engine.close();
        }
    }

    /** Beside the engine's query, which begins and ends a transaction too. */
    private static void inTransactions(UnpooledDataSource source, Filter team) throws Exception {
        try (SqlSession session = new DefaultSqlSessionFactory(configuration(source)).openSession(false)) {
            QueueView view = session.getMapper(QueueView.class);
            report("team by due, with its commit", () -> {
                int size = view.page(request(team, null)).size();
                session.commit(true);
                return size;
            });
        }
    }

    /** The board of a ward's supervisor, who watches the ward's dossiers everywhere too, and of one who oversees everything. */
    private static void board(BoardView view, int lines) {
        String[] all = IntStream.range(0, 3 + Math.max(lines / 40, 1))
                .mapToObj(i -> "unit-" + i)
                .toArray(String[]::new);
        String[] ward = {"unit-0", "unit-1", "unit-2"};
        String[] homes = {"home-0", "home-1", "home-2"};
        for (Dimension dimension : Dimension.values()) {
            report(
                    "board by " + dimension.key(),
                    () -> view.groups(overseeing(ward, homes, Scope.ALL), dimension)
                            .size());
            report(
                    "  of a province",
                    20,
                    () -> view.groups(overseeing(all, new String[0], Scope.ALL), dimension)
                            .size());
        }
        for (Condition condition : Condition.values()) {
            report(
                    "board, " + condition.key(),
                    () -> view.page(overseeing(ward, homes, Scope.ALL), condition, null, 51)
                            .size());
            report(
                    "  of a province",
                    40,
                    () -> view.page(overseeing(all, new String[0], Scope.ALL), condition, null, 51)
                            .size());
        }
        Scope officer = Scope.ALL.with(Dimension.OFFICER, "officer-4711");
        report(
                "board, one officer",
                () -> view.page(overseeing(ward, homes, officer), Condition.OPEN, null, 51)
                        .size());
        report(
                "  of a province",
                40,
                () -> view.page(overseeing(all, new String[0], officer), Condition.OPEN, null, 51)
                        .size());
    }

    private static BoardView.Request overseeing(String[] below, String[] homes, Scope scope) {
        Instant soon = Instant.parse("2026-11-23T17:00:00Z");
        Instant stale = Instant.parse("2026-11-19T03:00:00Z");
        return new BoardView.Request(
                below,
                homes,
                NOW,
                soon,
                stale,
                Map.of("unit-2", Map.of("soon", soon.toString(), "stale", stale.toString())),
                scope,
                null);
    }

    /** Work in hand as in a province: 40 lines a post, but the three posts asked for hold 1 in 100 of all lines. */
    private static void fill(Connection connection, int lines) throws SQLException {
        ScriptUtils.executeSqlScript(connection, new ClassPathResource("db/migration/worklist/V080__worklist.sql"));
        connection.createStatement().execute("""
                insert into worklist.line (task_id, dossier, origin, leg, procedure, edition, step, applicant, unit,
                                           duty, state, assignee, opened_at, due_at, home, words, channel, priority)
                select gen_random_uuid(), 'H99.12-' || i, 'H99.12-' || i, 'civil-status', 'death-registration',
                       '2025-07-01', 'UserTask_RegisterDeath', (array['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Đỗ'])[1 + i %% 5] || ' Thị ' || i,
                       case when i %% 100 = 0 then 'unit-' || (i / 100) %% 3 else 'unit-' || (3 + i %% greatest(%1$d / 40, 1)) end,
                       'CASE_OFFICER',
                       case when i %% 20 = 19 then 'WAITING' else 'OPEN' end,
                       case when i %% 300 = 0 then 'me' when i %% 3 = 0 then 'officer-' || i %% 5000 end,
                       timestamptz '2026-11-20T03:00:00Z' - interval '3 day' * random(),
                       timestamptz '2026-11-20T03:00:00Z' + interval '20 day' * (random() - 0.05),
                       'home-' || i %% 300,
                       (array['nguyen', 'tran', 'le', 'pham', 'do'])[1 + i %% 5] || case when i %% 50 = 0 then ' thi thanh ha h99.12-' else ' thi h99.12-' end || i,
                       (array['COUNTER', 'COUNTER', 'COUNTER', 'ONLINE', 'POST'])[1 + i %% 5], case when i %% 40 = 0 then 1 else 0 end
                  from generate_series(1, %1$d) as i
                """.formatted(lines));
        connection.createStatement().execute("""
                insert into worklist.follow_up (task_id, officer, due_on)
                select task_id, 'me', date '2026-11-20' - 1 from worklist.line where unit = 'unit-0' limit 100
                """);
        connection.createStatement().execute("vacuum analyze worklist.line, worklist.follow_up");
    }

    /** A supervisor of three wards of three hundred, who has no post of an officer. */
    private static QueueView.Request watching(Filter filter) {
        String soon = "2026-11-23T17:00:00Z";
        return new QueueView.Request(
                filter,
                "me",
                QueueView.Stand.NONE,
                new String[] {"unit-0", "unit-1", "unit-2"},
                new String[] {"CASE_OFFICER", "CASE_OFFICER", "CASE_OFFICER"},
                new String[] {soon, soon, soon},
                new String[] {"home-0", "home-1", "home-2"},
                new String[] {soon, soon, soon},
                NOW,
                null,
                51);
    }

    /** Whoever oversees everything: every unit, and no index that would help to find a name. */
    private static QueueView.Request province(Filter filter, int lines) {
        int units = 3 + Math.max(lines / 40, 1);
        String[] all = IntStream.range(0, units).mapToObj(i -> "unit-" + i).toArray(String[]::new);
        String[] duties = new String[units];
        String[] soon = new String[units];
        Arrays.fill(duties, "CASE_OFFICER");
        Arrays.fill(soon, "2026-11-23T17:00:00Z");
        return new QueueView.Request(
                filter, "me", QueueView.Stand.NONE, all, duties, soon, new String[0], new String[0], NOW, null, 51);
    }

    private static QueueView.Request request(Filter filter, @org.jspecify.annotations.Nullable Cursor after) {
        String soon = "2026-11-23T17:00:00Z";
        return new QueueView.Request(
                filter,
                "me",
                QueueView.Stand.NONE,
                new String[] {"unit-0", "unit-1", "unit-2"},
                new String[] {"CASE_OFFICER", "CASE_OFFICER", "CASE_OFFICER"},
                new String[] {soon, soon, soon},
                new String[0],
                new String[0],
                NOW,
                after,
                51);
    }

    private static void report(String what, IntSupplier query) {
        report(what, ROUNDS, query);
    }

    private static void report(String what, int rounds, IntSupplier query) {
        int size = 0;
        long warm = System.nanoTime() + WARM_UP.toNanos();
        for (int i = 0; i < rounds / 2 || System.nanoTime() < warm; i++) {
            size = query.getAsInt();
        }
        long[] nanos = new long[rounds];
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            size = query.getAsInt();
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "  %-40s %5d rows   p50 %6.3f ms   p99 %6.3f ms%n",
                what,
                size,
                nanos[rounds / 2] / 1e6,
                nanos[rounds * 99 / 100] / 1e6);
    }

    private static void explain(SqlSession session, QueueView.Request request) throws SQLException {
        MappedStatement statement = session.getConfiguration().getMappedStatement(QueueView.class.getName() + ".page");
        var bound = statement.getBoundSql(request);
        List<String> plan = new ArrayList<>();
        try (var query =
                session.getConnection().prepareStatement("explain (analyze, buffers, costs off) " + bound.getSql())) {
            statement
                    .getConfiguration()
                    .newParameterHandler(statement, request, bound)
                    .setParameters(query);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    plan.add("  | " + rows.getString(1));
                }
            }
        }
        System.out.println(String.join(System.lineSeparator(), plan));
    }

    private static Configuration configuration(DataSource source) throws Exception {
        var configuration = new Configuration(new Environment("benchmark", new JdbcTransactionFactory(), source));
        configuration.setMapUnderscoreToCamelCase(true);
        configuration.setLocalCacheScope(LocalCacheScope.STATEMENT);
        for (Class<?> mapper : List.of(QueueView.class, LineMapper.class, BoardView.class)) {
            String xml = mapper.getName().replace('.', '/') + ".xml";
            try (var stream = Resources.getResourceAsStream(xml)) {
                new XMLMapperBuilder(stream, configuration, xml, configuration.getSqlFragments()).parse();
            }
        }
        return configuration;
    }
}
