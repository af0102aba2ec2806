package vn.lienthong.interconnection.peer;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which agencies work with a system of their own, and where it is.
 *
 * @param keys folder of this installation's own signing keys; needed as soon as a peer goes by published keys
 * @param peers by name; an agency behind none of them works here
 * @param patience how long a peer may take for one envelope
 */
@ConfigurationProperties("lienthong.interconnection")
public record PeerSettings(
        @Nullable Path keys,
        @DefaultValue Map<String, Settings> peers,
        @DefaultValue("PT20S") Duration patience) {

    /**
     * @param agencies codes of the agencies that work there, as in the organisation, or their identifier codes when they are
     *     not in it
     * @param url where it takes envelopes
     * @param keys where it publishes its public keys (a JWK set); null: both sides know the secret
     * @param secretFile holds the secret that both sides know, 32 bytes or more; null: keys
     */
    public record Settings(
            List<String> agencies,
            URI url,
            @Nullable URI keys,
            @Nullable Path secretFile) {

        public Settings {
            if (agencies == null || agencies.isEmpty() || url == null) {
                throw new IllegalArgumentException("a peer needs agencies and an url");
            }
            if ((keys == null) == (secretFile == null)) {
                throw new IllegalArgumentException("the peer at " + url + " needs keys or a secret-file, and not both");
            }
        }
    }

    public PeerSettings {
        if (keys == null && peers.values().stream().anyMatch(peer -> peer.keys() != null)) {
            throw new IllegalArgumentException(
                    "lienthong.interconnection.keys: peers that go by keys need a folder of ours");
        }
    }
}
