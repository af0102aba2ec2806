package vn.lienthong.interconnection.pull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The programs of agencies that fetch their work, {@code lienthong.interconnection.clients.<name>}. The name is what a
 * program logs in with.
 */
@ConfigurationProperties("lienthong.interconnection")
public record PullSettings(@DefaultValue Map<String, Client> clients) {

    /** Characters; what {@code openssl rand -hex 32} gives is twice that. */
    public static final int SHORTEST_SECRET = 32;

    public PullSettings {
        clients = Map.copyOf(clients);
    }

    /**
     * @param agencies codes of the agencies whose work it may fetch; each is a topic
     * @param fetches whether legs of these agencies wait for it; otherwise they are settled on the pages here, and the program
     *     is only tried out
     * @param secret what it proves itself with; only for trying out, files are for keeping
     * @param secretFile a file whose first line is the secret
     * @param identity client id with which it gets tokens from the identity provider; null when it has none
     */
    public record Client(
            @DefaultValue List<String> agencies,
            @DefaultValue("true") boolean fetches,
            @Nullable String secret,
            @Nullable Path secretFile,
            @Nullable String identity) {

        public Client {
            agencies = List.copyOf(agencies);
        }

        /** @throws UncheckedIOException when the file cannot be read */
        public @Nullable String readSecret() {
            if (secretFile == null) {
                return secret;
            }
            try {
                return Files.readString(secretFile).strip();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
