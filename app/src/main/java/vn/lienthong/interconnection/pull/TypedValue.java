package vn.lienthong.interconnection.pull;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.workflow.EngineClock;

/**
 * A variable as the protocol writes it.
 *
 * @param type String, Boolean, Integer, Long, Double, Date, Json, Object, File, Bytes; the first letter may be small
 * @param value text, number or truth; Json and Object as text, File and Bytes in base64
 * @param valueInfo of a File {@code filename} and {@code mimeType}
 */
@Schema(name = "ExternalTaskVariable")
record TypedValue(
        @Nullable Object value,
        @Nullable String type,
        @Nullable Map<String, Object> valueInfo) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The engine's way of writing a moment. */
    static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");

    static TypedValue text(@Nullable String text) {
        return new TypedValue(text, "String", Map.of());
    }

    static TypedValue date(@Nullable Instant at) {
        return new TypedValue(at == null ? null : MOMENT.format(at.atZone(EngineClock.ZONE)), "Date", Map.of());
    }

    static TypedValue json(Object content) {
        return new TypedValue(JSON.writeValueAsString(content), "Json", Map.of());
    }

    /** Without its bytes: the worker fetches those when it wants them. */
    static TypedValue file(String fileName, String mediaType) {
        return new TypedValue(null, "File", Map.of("filename", fileName, "mimeType", mediaType));
    }

    boolean isFile() {
        return "file".equals(kind());
    }

    /** @throws BadAnswer when it is no text */
    @Nullable String asText(String name) {
        if (value == null || value instanceof String || value instanceof Number) {
            return value == null ? null : value.toString();
        }
        throw new BadAnswer("The variable '" + name + "' must be a String");
    }

    /** @throws BadAnswer when the bytes are not written in base64 */
    byte[] asBytes(String name) {
        return bytes(name, value);
    }

    /** @throws BadAnswer when it is not written in base64 */
    static byte[] bytes(String name, @Nullable Object value) {
        if (!(value instanceof String text)) {
            throw new BadAnswer("The file '" + name + "' has no content; send it in base64");
        }
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new BadAnswer("The content of the file '" + name + "' is not base64");
        }
    }

    /**
     * What is meant: Json and serialised objects are read, a moment becomes a text with an offset.
     *
     * @throws BadAnswer when it cannot be read
     */
    @Nullable Object asData(String name) {
        return switch (kind()) {
            case "json", "object" -> value instanceof String text ? read(name, text) : value;
            case "file", "bytes" ->
                throw new BadAnswer("The variable '" + name + "' is a part of the data; send it as Json");
            case "date" ->
                value == null
                        ? null
                        : OffsetDateTime.parse(value.toString(), MOMENT).toString();
            default -> value;
        };
    }

    String fileName(String otherwise) {
        Object name = valueInfo == null ? null : valueInfo.get("filename");
        return name == null ? otherwise : name.toString();
    }

    private static @Nullable Object read(String name, String text) {
        try {
            return JSON.readValue(text, Object.class);
        } catch (JacksonException e) {
            throw new BadAnswer("The variable '" + name + "' is not JSON");
        }
    }

    private String kind() {
        return type == null ? "" : type.toLowerCase(Locale.ROOT);
    }
}
