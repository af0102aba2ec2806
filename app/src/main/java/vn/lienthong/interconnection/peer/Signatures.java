package vn.lienthong.interconnection.peer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Signs what is sent and checks what comes: a detached JWS over the body as it is (RFC 7515, RFC 7797) in the header {@value
 * #HEADER}. {@code ES256} with a key of the agency whose message it is, or {@code HS256} with the secret that both
 * sides know.
 */
@Component
public class Signatures {

    public static final String HEADER = "Lienthong-Signature";

    /** Clocks differ, and the message may have been under way; what is older was recorded and is being played again. */
    static final Duration VALID_FOR = Duration.ofMinutes(15);

    private static final Set<String> UNENCODED = Set.of("b64");
    private static final String SIGNED_AT = "iat";
    private static final int SHORTEST_SECRET = 32;

    private final OwnKeys own;
    private final Clock clock;
    private final Map<URI, JWKSource<SecurityContext>> published = new ConcurrentHashMap<>();

    Signatures(OwnKeys own, Clock clock) {
        this.own = own;
        this.clock = clock;
    }

    /**
     * @param from identifier code of the agency whose message it is
     * @param body exactly the bytes that are sent
     */
    public String sign(Peer to, String from, byte[] body) {
        try {
            Path secret = to.secretFile();
            ECKey key = secret == null ? own.signing(from) : null;
            JWSHeader header = new JWSHeader.Builder(key == null ? JWSAlgorithm.HS256 : JWSAlgorithm.ES256)
                    .keyID(key == null ? from : key.getKeyID())
                    .type(JOSEObjectType.JOSE)
                    .base64URLEncodePayload(false)
                    .criticalParams(UNENCODED)
                    .customParam(SIGNED_AT, clock.instant().getEpochSecond())
                    .build();
            JWSSigner signer = key == null ? new MACSigner(secret(secret)) : new ECDSASigner(key);
            var jws = new JWSObject(header, new Payload(body));
            jws.sign(signer);
            return jws.serialize(true);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @param from identifier code of the agency whose message it says it is
     * @throws NotVouchedFor when it is not, or not any more
     */
    public void check(Peer peer, String from, @Nullable String signature, byte[] body) throws NotVouchedFor {
        if (signature == null || signature.isBlank()) {
            throw new NotVouchedFor("there is no signature");
        }
        try {
            JWSObject jws = JWSObject.parse(signature, new Payload(body));
            if (!recent(jws.getHeader().getCustomParam(SIGNED_AT))) {
                throw new NotVouchedFor("it was signed too long ago, or by a clock that is wrong");
            }
            Path secret = peer.secretFile();
            boolean right = secret == null
                    ? jws.getHeader().getAlgorithm().equals(JWSAlgorithm.ES256)
                            && jws.verify(new ECDSAVerifier(
                                    key(peer, from, jws.getHeader()).toECPublicKey(), UNENCODED))
                    : jws.getHeader().getAlgorithm().equals(JWSAlgorithm.HS256)
                            && from.equals(jws.getHeader().getKeyID())
                            && jws.verify(new MACVerifier(secret(secret), UNENCODED));
            if (!right) {
                throw new NotVouchedFor("the signature is wrong");
            }
        } catch (ParseException | JOSEException e) {
            throw new NotVouchedFor(String.valueOf(e.getMessage()));
        }
    }

    private boolean recent(@Nullable Object signedAt) {
        return signedAt instanceof Number seconds
                && Duration.between(Instant.ofEpochSecond(seconds.longValue()), clock.instant())
                                .abs()
                                .compareTo(VALID_FOR)
                        <= 0;
    }

    private ECKey key(Peer peer, String from, JWSHeader header) throws NotVouchedFor, KeySourceException {
        URI place = peer.keys();
        String id = header.getKeyID();
        if (place == null || id == null || !id.startsWith(from + "/")) {
            throw new NotVouchedFor("the key " + id + " is not one of " + from);
        }
        List<JWK> found = published
                .computeIfAbsent(place, Signatures::keysAt)
                .get(
                        new JWKSelector(new JWKMatcher.Builder()
                                .keyType(KeyType.EC)
                                .keyID(id)
                                .build()),
                        null);
        return found.stream()
                .findFirst()
                .map(JWK::toECKey)
                .orElseThrow(() -> new NotVouchedFor("the key " + id + " is not published"));
    }

    /** Remembered for a while, fetched anew when a key is not among them, and still believed while the place is away. */
    private static JWKSource<SecurityContext> keysAt(URI place) {
        try {
            return JWKSourceBuilder.create(place.toURL())
                    .cache(
                            Duration.ofMinutes(5).toMillis(),
                            Duration.ofSeconds(10).toMillis())
                    .outageTolerant(Duration.ofHours(12).toMillis())
                    .rateLimited(Duration.ofSeconds(1).toMillis())
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] secret(@Nullable Path file) {
        try {
            byte[] secret =
                    Files.readString(Objects.requireNonNull(file)).strip().getBytes(StandardCharsets.UTF_8);
            if (secret.length < SHORTEST_SECRET) {
                throw new IllegalStateException("the secret in " + file + " is shorter than 32 bytes");
            }
            return secret;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
