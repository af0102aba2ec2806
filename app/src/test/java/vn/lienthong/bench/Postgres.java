package vn.lienthong.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import vn.lienthong.operations.EmbeddedPostgreSql;

/** One server for all sides, as durable as in an office: a commit is on the disk before it is answered. */
final class Postgres implements AutoCloseable {

    /** How long after its last statement a connection may keep what it counted to itself. */
    private static final long COUNTED_AFTER_MILLIS = 11_000;

    private final EmbeddedPostgreSql server;

    Postgres(Path folder) {
        server = EmbeddedPostgreSql.start(folder, EmbeddedPostgreSql.Durability.FULL);
    }

    /** What a database did so far. */
    record Counters(long commits, long rowsInserted, long walBytes) {

        Counters since(Counters before) {
            return new Counters(
                    commits - before.commits, rowsInserted - before.rowsInserted, walBytes - before.walBytes);
        }

        Counters plus(Counters other) {
            return new Counters(commits + other.commits, rowsInserted + other.rowsInserted, walBytes + other.walBytes);
        }
    }

    void create(String database) throws SQLException {
        execute("drop database if exists \"" + database + "\" with (force)");
        execute("create database \"" + database + "\" owner " + server.username());
    }

    String url(String database) {
        return server.jdbcUrl(database);
    }

    String username() {
        return server.username();
    }

    String password() {
        return server.password();
    }

    /** A checkpoint, so that no side pays for the pages that another one made dirty. */
    void settle() throws SQLException {
        execute("checkpoint");
    }

    Counters counters(String database) throws SQLException, InterruptedException {
        Thread.sleep(COUNTED_AFTER_MILLIS);
        try (Connection connection = superuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select xact_commit, tup_inserted,"
                        + " pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint"
                        + " from pg_stat_database where datname = '" + database + "'")) {
            row.next();
            return new Counters(row.getLong(1), row.getLong(2), row.getLong(3));
        }
    }

    private void execute(String command) throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private Connection superuser() throws SQLException {
        return DriverManager.getConnection(
                server.jdbcUrl("postgres"), EmbeddedPostgreSql.superuser(), server.password());
    }

    @Override
    public void close() {
        server.close();
    }
}
