package vn.lienthong.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import vn.lienthong.operations.EmbeddedPostgreSql;

/**
 * The one PostgreSQL of a test run. The server's folder below {@code target} stays from run to run because creating it
 * takes seconds; its database is new each time.
 */
public final class SharedPostgreSql implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final class Holder {
        static final EmbeddedPostgreSql SERVER = start();

        private static EmbeddedPostgreSql start() {
            EmbeddedPostgreSql server =
                    EmbeddedPostgreSql.start(Path.of("target", "test-postgresql"), EmbeddedPostgreSql.Durability.NONE);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop-postgresql"));
            recreateDatabase(server);
            return server;
        }
    }

    private static final Set<ConfigurableApplicationContext> USERS = ConcurrentHashMap.newKeySet();

    /** Whoever still uses the database goes first: hooks run all at once, and an engine without a database complains. */
    private static void stop(EmbeddedPostgreSql server) {
        USERS.forEach(ConfigurableApplicationContext::close);
        server.close();
    }

    public static EmbeddedPostgreSql server() {
        return Holder.SERVER;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        EmbeddedPostgreSql server = server();
        USERS.add(context);
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "shared PostgreSQL",
                        Map.of(
                                "spring.datasource.url", server.jdbcUrl(),
                                "spring.datasource.username", server.username(),
                                "spring.datasource.password", server.password())));
    }

    private static void recreateDatabase(EmbeddedPostgreSql server) {
        try (Connection connection = DriverManager.getConnection(
                        server.jdbcUrl("postgres"), EmbeddedPostgreSql.superuser(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute("drop database lienthong with (force)");
            statement.execute("create database lienthong owner lienthong");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
