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
import org.springframework.context.event.ContextClosedEvent;
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
            recreateDatabase(server, "lienthong");
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

    /** A test with an application of its own names a database of its own in {@code test.database}. */
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        EmbeddedPostgreSql server = server();
        USERS.add(context);
        context.addApplicationListener((ContextClosedEvent closed) -> USERS.remove(context));
        String own = context.getEnvironment().getProperty("test.database");
        if (own != null) {
            recreateDatabase(server, own);
        }
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "shared PostgreSQL",
                        Map.of(
                                "spring.datasource.url", own == null ? server.jdbcUrl() : server.jdbcUrl(own),
                                "spring.datasource.username", server.username(),
                                "spring.datasource.password", server.password())));
    }

    private static void recreateDatabase(EmbeddedPostgreSql server, String name) {
        try (Connection connection = DriverManager.getConnection(
                        server.jdbcUrl("postgres"), EmbeddedPostgreSql.superuser(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name + " with (force)");
            statement.execute("create database " + name + " owner lienthong");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
