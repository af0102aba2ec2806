package vn.lienthong.interconnection.envelope;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.command.FreeText;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;
import vn.lienthong.interconnection.envelope.Envelope.Attachment;

/** Envelopes and receipts as JSON. What it does not know in one from outside, it leaves aside. */
public final class Envelopes {

    private static final int MOST_ATTACHMENTS = 200;
    private static final int LONGEST_TEXT = FreeText.LONGEST;

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Envelopes() {}

    public static String write(Envelope envelope) {
        return JSON.writeValueAsString(envelope);
    }

    public static String write(Receipt receipt) {
        return JSON.writeValueAsString(receipt);
    }

    /** What this installation wrote itself. */
    public static Envelope stored(String json) {
        return JSON.readValue(json, Envelope.class);
    }

    /** @throws InvalidInput when it is none */
    public static Receipt receipt(String json) {
        try {
            Receipt receipt = JSON.readValue(json, Receipt.class);
            InvalidInput.ifAny(missing(JSON.readTree(json), "", "envelope", "handover", "receivedAt"));
            return receipt;
        } catch (JacksonException e) {
            throw new InvalidInput(Problem.of("receipt", "malformed"));
        }
    }

    /**
     * Whose message it says it is; nothing else is looked at.
     *
     * @return identifier code of an agency, empty when it names none
     * @throws InvalidInput when it is no JSON object
     */
    public static String sender(byte[] json) {
        return tree(json).path("from").path("code").asString("");
    }

    /**
     * Reads what somebody sent.
     *
     * @throws InvalidInput with every fault at once
     */
    public static Envelope read(byte[] json) {
        JsonNode tree = tree(json);
        Envelope envelope;
        List<Problem> problems = faults(tree);
        InvalidInput.ifAny(problems);
        try {
            envelope = JSON.treeToValue(tree, Envelope.class);
        } catch (JacksonException e) {
            String path = e instanceof tools.jackson.databind.DatabindException bind
                    ? bind.getPath().stream()
                            .map(step -> step.getPropertyName() == null
                                    ? String.valueOf(step.getIndex())
                                    : step.getPropertyName())
                            .reduce((outer, inner) -> outer + "." + inner)
                            .orElse("envelope")
                    : "envelope";
            throw new InvalidInput(Problem.of(path, "malformed"));
        }
        for (int i = 0; i < envelope.attachments().size(); i++) {
            attachment(envelope.attachments().get(i), "attachments." + i, problems);
        }
        InvalidInput.ifAny(problems);
        return envelope;
    }

    private static JsonNode tree(byte[] json) {
        try {
            JsonNode tree = JSON.readTree(json);
            if (tree instanceof ObjectNode) {
                return tree;
            }
        } catch (JacksonException e) {
            // Said below.
        }
        throw new InvalidInput(Problem.of("envelope", "malformed"));
    }

    private static List<Problem> faults(JsonNode tree) {
        List<Problem> problems =
                new ArrayList<>(missing(tree, "", "id", "handover", "sequence", "kind", "sentAt", "from", "to"));
        for (String party : List.of("from", "to")) {
            if (tree.path(party).isObject()) {
                problems.addAll(missing(tree.path(party), party + ".", "code"));
            }
        }
        if (tree.path("sequence").isNumber() && tree.path("sequence").asInt(0) < 1) {
            problems.add(Problem.of("sequence", "out-of-range", 1, Integer.MAX_VALUE));
        }
        if ("HANDOVER".equals(text(tree, "kind"))) {
            problems.addAll(missing(tree, "", "part"));
            if (tree.path("part").isObject()) {
                problems.addAll(missing(tree.path("part"), "part.", "procedure", "origin", "leg"));
            }
        }
        String reasons = text(tree, "reasons");
        if (reasons != null && reasons.length() > LONGEST_TEXT) {
            problems.add(Problem.of("reasons", "too-long", LONGEST_TEXT));
        }
        if (tree.path("attachments").size() > MOST_ATTACHMENTS) {
            problems.add(Problem.of("attachments", "too-many", MOST_ATTACHMENTS));
        }
        return problems;
    }

    private static List<Problem> missing(JsonNode object, String prefix, String... names) {
        List<Problem> problems = new ArrayList<>();
        for (String name : names) {
            JsonNode value = object.path(name);
            if (value.isMissingNode()
                    || value.isNull()
                    || value.isString() && value.asString().isBlank()) {
                problems.add(Problem.of(prefix + name, "required"));
            }
        }
        return problems;
    }

    private static @Nullable String text(JsonNode tree, String name) {
        return tree.path(name).isString() ? tree.path(name).asString() : null;
    }

    private static void attachment(Attachment attachment, String place, List<Problem> problems) {
        if (attachment.code() == null || attachment.code().isBlank()) {
            problems.add(Problem.of(place + ".code", "required"));
        }
        String content = attachment.content();
        if (content == null) {
            problems.add(Problem.of(place + ".content", "required"));
            return;
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(content);
            if (!sha256(bytes).equalsIgnoreCase(attachment.sha256())) {
                problems.add(Problem.of(place + ".sha256", "hash-differs"));
            }
        } catch (IllegalArgumentException e) {
            problems.add(Problem.of(place + ".content", "malformed"));
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
