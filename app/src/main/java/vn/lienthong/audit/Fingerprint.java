package vn.lienthong.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * SHA-256 over the lines of history that one command wrote, in their order. It is the same whether the lines come from
 * memory or back from the database, which keeps the members of a JSON object in an order of its own.
 */
final class Fingerprint {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final MessageDigest digest = sha256();
    private int lines;

    void add(Happening line) {
        List<@Nullable Object> fields = new ArrayList<>();
        fields.add(line.dossier());
        fields.add(micros(line.at()));
        fields.add(line.actor());
        fields.add(line.onBehalfOf());
        fields.add(line.unit());
        fields.add(line.what());
        fields.add(sorted(JSON.readTree(JSON.writeValueAsString(line.details()))));
        digest.update(JSON.writeValueAsString(fields).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        lines++;
    }

    int lines() {
        return lines;
    }

    /** Hexadecimal; afterwards the fingerprint is empty again. */
    String take() {
        lines = 0;
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** PostgreSQL keeps microseconds and rounds to them. */
    private static long micros(Instant at) {
        return TimeUnit.SECONDS.toMicros(at.getEpochSecond()) + (at.getNano() + 500) / 1000;
    }

    private static @Nullable Object sorted(JsonNode node) {
        if (node.isObject()) {
            Map<String, @Nullable Object> members = new TreeMap<>();
            node.properties().forEach(member -> members.put(member.getKey(), sorted(member.getValue())));
            return members;
        }
        if (node.isArray()) {
            List<@Nullable Object> elements = new ArrayList<>();
            node.forEach(element -> elements.add(sorted(element)));
            return elements;
        }
        if (node.isNumber()) {
            // 1E+2 comes back as 100.
            return node.decimalValue().stripTrailingZeros().toPlainString();
        }
        return node.isNull() ? null : node.isBoolean() ? (Object) node.booleanValue() : node.asString();
    }
}
