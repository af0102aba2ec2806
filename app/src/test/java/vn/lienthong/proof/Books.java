package vn.lienthong.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The database of a running installation, to be looked into. */
record Books(Installation installation, JdbcClient jdbc) {

    static Books of(Installation installation) {
        Path server = installation.home().resolve("postgresql");
        try {
            String port = Files.readAllLines(server.resolve("data/postmaster.pid"))
                    .get(3)
                    .trim();
            String password = Files.readString(server.resolve("password")).trim();
            var database = new DriverManagerDataSource(
                    "jdbc:postgresql://localhost:" + port + "/lienthong", "lienthong", password);
            return new Books(installation, JdbcClient.create(database));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> strings(String query) {
        return jdbc.sql(query).query(String.class).list();
    }

    long number(String query) {
        return jdbc.sql(query).query(Long.class).single();
    }
}
