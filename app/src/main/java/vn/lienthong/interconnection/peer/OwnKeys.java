package vn.lienthong.interconnection.peer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.text.ParseException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The keys by which the agencies of this installation sign what they send: one file for each, {@code
 * <identifier>_<first day>.jwk}. The newest whose day has come signs; all of them are published. So a key is changed
 * without a pause: put a file with a later day into the folder, wait until the peers have fetched it, and take the old
 * one away when nothing signed by it can be under way any more. The first key of an agency is made when it first signs.
 */
@Component
class OwnKeys {

    private static final Logger log = LoggerFactory.getLogger(OwnKeys.class);
    private static final String ENDING = ".jwk";

    private final @Nullable Path folder;
    private final Clock clock;
    private @Nullable FileTime readAt;
    private List<ECKey> keys = List.of();

    OwnKeys(PeerSettings settings, Clock clock) {
        this.folder = settings.keys();
        this.clock = clock;
    }

    /** @throws IllegalStateException when this installation has no folder of keys */
    synchronized ECKey signing(String identifier) {
        String today = LocalDate.now(clock).toString();
        return keys().stream()
                .filter(key -> identifier(key).equals(identifier) && day(key).compareTo(today) <= 0)
                .max(Comparator.comparing(OwnKeys::day))
                .orElseGet(() -> first(identifier, today));
    }

    /** What everybody may know of the keys. */
    synchronized JWKSet published() {
        return new JWKSet(keys().stream()
                .map(key -> (com.nimbusds.jose.jwk.JWK) key.toPublicJWK())
                .toList());
    }

    private List<ECKey> keys() {
        Path place = folder;
        if (place == null || !Files.isDirectory(place)) {
            return List.of();
        }
        try {
            FileTime changed = Files.getLastModifiedTime(place);
            if (!changed.equals(readAt)) {
                keys = read(place);
                readAt = changed;
            }
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ECKey> read(Path folder) throws IOException {
        List<ECKey> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.getFileName().toString().endsWith(ENDING))
                    .toList()) {
                try {
                    found.add(ECKey.parse(Files.readString(file)));
                } catch (ParseException e) {
                    // The others go on; what this one signed before was published before.
                    log.error("{} is no key: {}", file, e.getMessage());
                }
            }
        }
        return List.copyOf(found);
    }

    private ECKey first(String identifier, String today) {
        Path place = folder;
        if (place == null) {
            throw new IllegalStateException("lienthong.interconnection.keys names no folder");
        }
        try {
            ECKey key = new ECKeyGenerator(Curve.P_256)
                    .keyID(identifier + "/" + today)
                    .keyUse(KeyUse.SIGNATURE)
                    .generate();
            Files.createDirectories(place);
            Path file = place.resolve(identifier + "_" + today + ENDING);
            Path draft = Files.createTempFile(place, "key", ".new");
            Files.writeString(draft, key.toJSONString(), StandardOpenOption.TRUNCATE_EXISTING);
            try {
                // Another node may have been first; then its key is everybody's.
                Files.createLink(file, draft);
                log.info("made the key {}", key.getKeyID());
            } catch (FileAlreadyExistsException other) {
                key = ECKey.parse(Files.readString(file));
            } finally {
                Files.delete(draft);
            }
            keys = read(place);
            readAt = Files.getLastModifiedTime(place);
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String identifier(ECKey key) {
        return key.getKeyID().substring(0, Math.max(0, key.getKeyID().lastIndexOf('/')));
    }

    private static String day(ECKey key) {
        return key.getKeyID().substring(key.getKeyID().lastIndexOf('/') + 1);
    }
}
