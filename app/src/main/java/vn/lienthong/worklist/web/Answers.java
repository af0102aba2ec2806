package vn.lienthong.worklist.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;

/** Reads what a form of a step sends. */
@Component
class Answers {

    private static final TypeReference<LinkedHashMap<String, @Nullable Object>> ANSWERS = new TypeReference<>() {};

    private final JsonMapper json;

    Answers(JsonMapper json) {
        this.json = json;
    }

    /** @param written a JSON object; null for no answers */
    Map<String, @Nullable Object> read(@Nullable String written) {
        if (written == null || written.isBlank()) {
            return Map.of();
        }
        try {
            return json.readValue(written, ANSWERS);
        } catch (JacksonException e) {
            throw new InvalidInput(Problem.of("data", "malformed"));
        }
    }
}
