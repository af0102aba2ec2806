package vn.lienthong.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import vn.lienthong.operations.EmbeddedPostgreSql;
import vn.lienthong.operations.EmbeddedPostgreSql.Durability;

/**
 * Whether a click gets slower with the dossiers that were finished. Real ones are carried to their end, their rows are written many
 * times more by SQL, once for the last month and once for five years, and two nodes on these two databases are asked in turn.
 * docs/for-developers says how to start it and what came out last.
 *
 * <p>{@code -Dgrowth.dossiers} finished ones in five years (100,000), {@code -Dgrowth.rounds} (200), {@code -Dgrowth.folder}: one
 * that is filled already is measured as it is.
 */
class GrowthBenchmark {

    private static final int DOSSIERS = Integer.getInteger("growth.dossiers", 100_000);
    private static final int ROUNDS = Integer.getInteger("growth.rounds", 200);
    private static final int WARM_UP = Math.max(10, ROUNDS / 5);
    private static final Path FOLDER = Path.of(System.getProperty("growth.folder", "target/bench/growth"));
    private static final Path FILLED = FOLDER.resolve("filled");

    /** How many are carried through the product. */
    private static final int CARRIED = 20;

    private static final int MONTH = 30;

    static final String SMALL = "growth_small";
    static final String LARGE = "growth_large";

    @Test
    void measure() throws Exception {
        if (!Files.exists(FILLED)) {
            fill();
            Files.createFile(FILLED);
        }
        try (EmbeddedPostgreSql server = start(Durability.FULL)) {
            sizes(server);
            Beside beside = new Beside();
            Instant before = Instant.now();
            try (Server small = product(server, SMALL)) {
                Instant between = Instant.now();
                try (Server large = product(server, LARGE)) {
                    System.out.printf(
                            "first start: small %s, large %s%n",
                            Duration.between(before, between), Duration.between(between, Instant.now()));
                    List<Clicks> clicks = List.of(
                            new Clicks(
                                    small.address(),
                                    connect(server, SMALL),
                                    (click, nanos) -> beside.took(click, false, nanos)),
                            new Clicks(
                                    large.address(),
                                    connect(server, LARGE),
                                    (click, nanos) -> beside.took(click, true, nanos)));
                    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
                        if (round == WARM_UP) {
                            beside.forget();
                        }
                        for (Clicks each : clicks) {
                            each.walk();
                        }
                        for (Clicks each : clicks) {
                            each.look(round);
                        }
                    }
                    beside.print();
                }
            }
        }
    }

    private static void fill() throws Exception {
        try (EmbeddedPostgreSql server = start(Durability.NONE)) {
            for (String setting : List.of(
                    "shared_buffers = '1GB'",
                    "max_wal_size = '8GB'",
                    "checkpoint_timeout = '30min'",
                    "autovacuum = off")) {
                execute(server, "alter system set " + setting);
            }
        }
        try (EmbeddedPostgreSql server = start(Durability.NONE)) {
            execute(server, "drop database if exists " + SMALL + " with (force)");
            execute(server, "drop database if exists " + LARGE + " with (force)");
            execute(server, "create database " + SMALL + " owner lienthong");
            try (Server product = product(server, SMALL)) {
                new Carrying(new Http(product.address())).carry(CARRIED);
            }
            try (Connection small = connect(server, SMALL)) {
                Multiplication.prepare(small);
            }
            execute(server, "create database " + LARGE + " template " + SMALL + " owner lienthong");
            try (Connection small = connect(server, SMALL);
                    Connection large = connect(server, LARGE)) {
                Multiplication.multiply(small, DOSSIERS / CARRIED, MONTH);
                Instant began = Instant.now();
                Multiplication.multiply(large, DOSSIERS / CARRIED, Multiplication.DAYS);
                System.out.println("filled in " + Duration.between(began, Instant.now()));
            }
            execute(server, "alter system reset autovacuum");
            execute(server, "checkpoint");
        }
    }

    /** What a finished dossier leaves, by table; files apart, which are not written many times. */
    private static void sizes(EmbeddedPostgreSql server) throws SQLException {
        try (Connection large = connect(server, LARGE);
                var statement = large.createStatement();
                ResultSet table = statement.executeQuery("""
                        with size as (
                          select schemaname || '.' || relname as name, n_live_tup as rows, pg_table_size(relid) as heap,
                                 pg_indexes_size(relid) as indexes
                            from pg_stat_user_tables where schemaname <> 'public'),
                        finished as (select count(*)::numeric as dossiers from dossier.dossier where origin is null)
                        select name, rows / dossiers, heap / dossiers, indexes / dossiers from size, finished
                         where heap > 1000000 order by heap + indexes desc
                        """)) {
            System.out.println("| table | rows a dossier | bytes a dossier | of its indexes |");
            double rows = 0;
            double heap = 0;
            double indexes = 0;
            while (table.next()) {
                System.out.printf(
                        Locale.ROOT,
                        "| %s | %.1f | %.0f | %.0f |%n",
                        table.getString(1),
                        table.getDouble(2),
                        table.getDouble(3),
                        table.getDouble(4));
                rows += table.getDouble(2);
                heap += table.getDouble(3);
                indexes += table.getDouble(4);
            }
            System.out.printf(Locale.ROOT, "| all | %.1f | %.0f | %.0f |%n", rows, heap, indexes);
        }
    }

    private static EmbeddedPostgreSql start(Durability durability) {
        return EmbeddedPostgreSql.start(FOLDER.resolve("postgresql"), durability);
    }

    private static Server product(EmbeddedPostgreSql server, String database) throws IOException, InterruptedException {
        return LienThongSide.product(
                database,
                FOLDER.resolve("home-" + database),
                server.jdbcUrl(database),
                server.username(),
                server.password());
    }

    private static void execute(EmbeddedPostgreSql server, String sql) throws SQLException {
        try (Connection connection = connect(server, "postgres")) {
            connection.createStatement().execute(sql);
        }
    }

    private static Connection connect(EmbeddedPostgreSql server, String database) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(database), EmbeddedPostgreSql.superuser(), server.password());
    }
}
