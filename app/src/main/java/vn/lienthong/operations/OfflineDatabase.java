package vn.lienthong.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * The product's database for a command: the administration's own, the one that a running node has started in the data
 * folder, or that one started for as long as the command takes.
 */
final class OfflineDatabase implements AutoCloseable {

    private final Map<String, String> settings;
    private final @Nullable DataFolder folder;
    private final @Nullable EmbeddedPostgreSql started;

    private OfflineDatabase(
            Map<String, String> settings, @Nullable DataFolder folder, @Nullable EmbeddedPostgreSql started) {
        this.settings = settings;
        this.folder = folder;
        this.started = started;
    }

    /** @throws StartRefused when there is nothing to work on */
    static OfflineDatabase find(Path home) throws IOException {
        if (StringUtils.hasText(System.getenv("LIENTHONG_DATABASE_URL"))) {
            // application.yml reads it.
            return new OfflineDatabase(Map.of(), null, null);
        }
        Path server = home.resolve("postgresql");
        if (!Files.exists(server.resolve("data"))) {
            throw new IOException("no database in " + home);
        }
        Path running = server.resolve("data").resolve("postmaster.pid");
        if (Files.exists(running) && isAlive(Files.readAllLines(running))) {
            String port = Files.readAllLines(running).get(3).trim();
            String password = Files.readString(server.resolve("password")).trim();
            return new OfflineDatabase(
                    connection("jdbc:postgresql://localhost:" + port + "/lienthong", "lienthong", password),
                    null,
                    null);
        }
        return started(home);
    }

    /** An empty one for a restore: the administration's own as it is, or a new one in an empty data folder. */
    static OfflineDatabase fresh(Path home) {
        if (StringUtils.hasText(System.getenv("LIENTHONG_DATABASE_URL"))) {
            return new OfflineDatabase(Map.of(), null, null);
        }
        return started(home);
    }

    private static OfflineDatabase started(Path home) {
        DataFolder folder = DataFolder.claim(home);
        EmbeddedPostgreSql started =
                EmbeddedPostgreSql.start(home.resolve("postgresql"), EmbeddedPostgreSql.Durability.FULL);
        return new OfflineDatabase(
                connection(started.jdbcUrl(), started.username(), started.password()), folder, started);
    }

    private static boolean isAlive(List<String> pidFile) {
        return pidFile.size() > 3
                && pidFile.get(0).trim().matches("\\d+")
                && ProcessHandle.of(Long.parseLong(pidFile.get(0).trim())).isPresent();
    }

    private static Map<String, String> connection(String url, String username, String password) {
        return Map.of(
                "spring.datasource.url", url,
                "spring.datasource.username", username,
                "spring.datasource.password", password);
    }

    Map<String, String> settings() {
        return settings;
    }

    @Override
    public void close() throws IOException {
        if (started != null) {
            started.close();
        }
        if (folder != null) {
            folder.close();
        }
    }
}
