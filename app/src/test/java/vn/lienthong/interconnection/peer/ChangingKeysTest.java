package vn.lienthong.interconnection.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The police sign and publish; the province fetches what is published and believes nothing else. */
class ChangingKeysTest {

    private static final String POLICE = "G01.H99.12";
    private static final byte[] BODY = "{\"kind\":\"DONE\"}".getBytes(StandardCharsets.UTF_8);

    private final Ticking clock = new Ticking(Instant.parse("2026-11-23T02:00:00Z"));

    @TempDir
    Path folder;

    private OwnKeys police;
    private Signatures signing;
    private Signatures checking;
    private HttpServer published;
    private Peer peer;

    @BeforeEach
    void theyKnowEachOther() throws IOException {
        police = new OwnKeys(settings(folder.resolve("police")), clock);
        signing = new Signatures(police, clock);
        checking = new Signatures(new OwnKeys(settings(folder.resolve("province")), clock), clock);
        published = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        published.createContext("/keys", exchange -> {
            byte[] keys = police.published().toString(true).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        published.start();
        URI place = URI.create("http://127.0.0.1:" + published.getAddress().getPort() + "/keys");
        peer = new Peer("police", List.of(POLICE), URI.create("http://127.0.0.1/"), place, null);
    }

    @AfterEach
    void close() {
        published.stop(0);
    }

    private static PeerSettings settings(Path keys) {
        return new PeerSettings(keys, Map.of(), Duration.ofSeconds(5));
    }

    @Test
    void a_new_key_is_believed_from_its_day_on_and_the_old_one_until_it_is_taken_away() throws Exception {
        String before = signing.sign(peer, POLICE, BODY);
        assertThatCode(() -> checking.check(peer, POLICE, before, BODY)).doesNotThrowAnyException();

        key("2026-11-24");
        assertThat(JWSObject.parse(signing.sign(peer, POLICE, BODY), new Payload(BODY))
                        .getHeader()
                        .getKeyID())
                .as("its day has not come")
                .isEqualTo(POLICE + "/2026-11-23");
        clock.pass(Duration.ofDays(1));
        String after = signing.sign(peer, POLICE, BODY);

        assertThat(JWSObject.parse(after, new Payload(BODY)).getHeader().getKeyID())
                .isEqualTo(POLICE + "/2026-11-24");
        assertThatCode(() -> checking.check(peer, POLICE, after, BODY)).doesNotThrowAnyException();
    }

    @Test
    void the_private_key_is_for_its_owner_and_never_published() throws Exception {
        signing.sign(peer, POLICE, BODY);

        try (Stream<Path> files = Files.list(folder.resolve("police"))) {
            assertThat(files.toList())
                    .singleElement()
                    .satisfies(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
        assertThat(police.published().toString(false)).doesNotContain("\"d\"");
        assertThat(police.published().getKeys()).noneMatch(JWK::isPrivate);
    }

    @Test
    void nothing_else_is_believed() throws Exception {
        String signature = signing.sign(peer, POLICE, BODY);
        byte[] other = "{\"kind\":\"REFUSED\"}".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> checking.check(peer, POLICE, signature, other)).isInstanceOf(NotVouchedFor.class);
        assertThatThrownBy(() -> checking.check(peer, POLICE, null, BODY)).isInstanceOf(NotVouchedFor.class);
        assertThatThrownBy(() -> checking.check(peer, POLICE, "a.b.c", BODY)).isInstanceOf(NotVouchedFor.class);
        assertThatThrownBy(() -> checking.check(peer, "G24.H99.2", signature, BODY))
                .as("by the key of another agency")
                .isInstanceOf(NotVouchedFor.class);
        clock.pass(Signatures.VALID_FOR.plusMinutes(1));
        assertThatThrownBy(() -> checking.check(peer, POLICE, signature, BODY))
                .as("recorded, and played again")
                .isInstanceOf(NotVouchedFor.class);
    }

    /** The old trick: the public key as if it were a secret that both sides know. */
    @Test
    void a_public_key_is_no_secret() throws JOSEException {
        signing.sign(peer, POLICE, BODY);
        String publicKey = police.published().getKeys().get(0).toJSONString();
        var forged = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID(POLICE + "/2026-11-23")
                        .base64URLEncodePayload(false)
                        .criticalParams(Set.of("b64"))
                        .customParam("iat", clock.instant().getEpochSecond())
                        .build(),
                new Payload(BODY));
        forged.sign(new MACSigner(publicKey.getBytes(StandardCharsets.UTF_8)));

        assertThatThrownBy(() -> checking.check(peer, POLICE, forged.serialize(true), BODY))
                .isInstanceOf(NotVouchedFor.class);
    }

    private void key(String day) throws IOException, JOSEException {
        Path file = folder.resolve("police").resolve(POLICE + "_" + day + ".jwk");
        Files.writeString(
                file,
                new ECKeyGenerator(Curve.P_256)
                        .keyID(POLICE + "/" + day)
                        .generate()
                        .toJSONString());
        // As if it had been put there a while after the first.
        Files.setLastModifiedTime(file.getParent(), FileTime.from(Instant.now().plusSeconds(5)));
    }

    private static final class Ticking extends Clock {

        private Instant now;

        private Ticking(Instant now) {
            this.now = now;
        }

        private void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Ho_Chi_Minh");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
