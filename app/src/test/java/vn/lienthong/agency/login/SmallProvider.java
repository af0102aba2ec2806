package vn.lienthong.agency.login;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * An OpenID Connect provider on this machine: authorization code with PKCE, signed tokens, published keys. Whoever comes
 * is the person that the test says, without being asked.
 */
final class SmallProvider {

    static final String CLIENT = "lienthong";
    static final String SECRET = "the-client-knows-this";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer http;
    private final RSAKey key;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();

    /** Who is sitting at the browser, as the provider calls them. */
    volatile String person = "";

    SmallProvider() {
        try {
            key = new RSAKeyGenerator(2048).keyID("today").generate();
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (JOSEException | IOException e) {
            throw new IllegalStateException(e);
        }
        http.createContext("/.well-known/openid-configuration", exchange -> json(exchange, 200, metadata()));
        http.createContext("/keys", exchange -> json(exchange, 200, new JWKSet(key.toPublicJWK()).toJSONObject()));
        http.createContext("/authorize", this::authorize);
        http.createContext("/token", this::token);
        http.createContext("/leave", this::leave);
        http.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    private Map<String, Object> metadata() {
        return Map.of(
                "issuer", issuer(),
                "authorization_endpoint", issuer() + "/authorize",
                "token_endpoint", issuer() + "/token",
                "jwks_uri", issuer() + "/keys",
                "end_session_endpoint", issuer() + "/leave",
                "response_types_supported", List.of("code"),
                "subject_types_supported", List.of("public"),
                "id_token_signing_alg_values_supported", List.of("RS256"),
                "token_endpoint_auth_methods_supported", List.of("client_secret_basic"));
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = fields(exchange.getRequestURI().getRawQuery());
        String code = UUID.randomUUID().toString();
        codes.put(code, asked);
        exchange.getResponseHeaders()
                .add("Location", asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void leave(HttpExchange exchange) throws IOException {
        Map<String, String> asked = fields(exchange.getRequestURI().getRawQuery());
        exchange.getResponseHeaders().add("Location", asked.get("post_logout_redirect_uri"));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> sent = fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> asked = codes.remove(sent.get("code"));
        String us =
                "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        boolean good = asked != null
                && us.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && challenge(sent.getOrDefault("code_verifier", "")).equals(asked.get("code_challenge"));
        if (asked == null || !good) {
            json(exchange, 400, Map.of("error", "invalid_grant"));
            return;
        }
        json(
                exchange,
                200,
                Map.of(
                        "access_token",
                        bearer(person, CLIENT),
                        "token_type",
                        "Bearer",
                        "expires_in",
                        300,
                        "id_token",
                        signed(
                                claims(person, CLIENT, Instant.now().plus(Duration.ofMinutes(5)))
                                        .claim("nonce", asked.get("nonce"))
                                        .build(),
                                key)));
    }

    /** A token for the API. */
    String bearer(String username, String audience) {
        return bearer(username, audience, Instant.now().plus(Duration.ofMinutes(5)));
    }

    String bearer(String username, String audience, Instant until) {
        return signed(claims(username, audience, until).build(), key);
    }

    /** A token of the client-credentials grant: it names a program, and no person. */
    String ofProgram(String client, String audience) {
        return signed(
                claims("service-account-" + client, audience, Instant.now().plus(Duration.ofMinutes(5)))
                        .claim("azp", client)
                        .build(),
                key);
    }

    /** The same from somebody who only pretends to be this provider. */
    String forged(String username) {
        try {
            return signed(
                    claims(username, CLIENT, Instant.now().plus(Duration.ofMinutes(5)))
                            .build(),
                    new RSAKeyGenerator(2048).keyID("today").generate());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private JWTClaimsSet.Builder claims(String username, String audience, Instant until) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject(UUID.nameUUIDFromBytes(username.getBytes(StandardCharsets.UTF_8))
                        .toString())
                .audience(audience)
                .claim("preferred_username", username)
                // Whatever the provider thinks of somebody, duties are ours to give.
                .claim("roles", List.of("TECHNICAL_ADMINISTRATOR"))
                .issueTime(Date.from(until.minus(Duration.ofMinutes(10))))
                .expirationTime(Date.from(until));
    }

    private static String signed(JWTClaimsSet claims, RSAKey with) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(with.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(with));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, String> fields(String query) {
        return Arrays.stream(query.split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> URLDecoder.decode(field[0], StandardCharsets.UTF_8),
                        field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
    }

    private static void json(HttpExchange exchange, int status, Map<String, ?> body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
