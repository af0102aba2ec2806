package vn.lienthong.design.draft;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.command.Problem;

/**
 * A published JSON Schema (the part of draft-07 that ours use) as the judge of a document: what editors complete by and
 * what the product accepts are the same file. Names every fault at once, each with its place.
 */
public final class JsonSchema {

    private static final String TITLE = "title";

    private final Map<String, Object> root;

    private JsonSchema(Map<String, Object> root) {
        this.root = root;
    }

    /** @param name of a file in {@code schemas/}, without {@code .schema.json} */
    public static JsonSchema named(String name) {
        try (InputStream file = new ClassPathResource("schemas/" + name + ".schema.json").getInputStream()) {
            return new JsonSchema(object(JsonMapper.shared().readValue(file, Object.class)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param document maps, lists, texts, numbers and booleans, as YAML and JSON are read */
    public List<Problem> faults(@Nullable Object document) {
        var faults = new ArrayList<Problem>();
        check("", document, root, faults);
        return faults;
    }

    private void check(String place, @Nullable Object value, Map<String, Object> schema, List<Problem> faults) {
        if (schema.get("$ref") instanceof String ref) {
            check(place, value, resolved(ref), faults);
            return;
        }
        for (Object part : list(schema.get("allOf"))) {
            check(place, value, object(part), faults);
        }
        if (schema.get("oneOf") instanceof List<?> choices) {
            oneOf(place, value, choices, faults);
        }
        if (schema.get("type") != null && !isOf(value, schema.get("type"))) {
            faults.add(Problem.of(place, "not-" + kind(schema.get("type"))));
            return;
        }
        List<?> options = list(schema.get("enum"));
        if (!options.isEmpty() && !options.contains(value)) {
            faults.add(Problem.of(place, "not-one-of", joined(options)));
        }
        if (value instanceof Map<?, ?> map) {
            members(place, object(map), schema, faults);
        } else if (value instanceof List<?> items) {
            items(place, items, schema, faults);
        } else if (value instanceof String text) {
            text(place, text, schema, faults);
        } else if (value instanceof Number number) {
            number(place, number, schema, faults);
        }
    }

    /** Of alternatives that are told apart by what they require, the one that is meant. */
    private void oneOf(String place, @Nullable Object value, List<?> choices, List<Problem> faults) {
        for (Object choice : choices) {
            Map<String, Object> schema = object(choice);
            if (schema.get("$ref") instanceof String ref) {
                schema = resolved(ref);
            }
            boolean meant = value instanceof Map<?, ?> map
                    ? "object".equals(schema.get("type")) && map.keySet().containsAll(list(schema.get("required")))
                    : schema.get("type") != null && isOf(value, schema.get("type"));
            if (meant) {
                check(place, value, schema, faults);
                return;
            }
        }
        faults.add(Problem.of(
                place,
                "none-of-these",
                joined(choices.stream()
                        .map(choice -> object(choice).get("required") instanceof List<?> keys
                                ? joined(keys)
                                : String.valueOf(object(choice).getOrDefault(TITLE, "…")))
                        .toList())));
    }

    private void members(String place, Map<String, Object> value, Map<String, Object> schema, List<Problem> faults) {
        Map<String, Object> known = object(schema.getOrDefault("properties", Map.of()));
        for (Object key : list(schema.get("required"))) {
            if (!value.containsKey(key)) {
                faults.add(Problem.of(inner(place, key.toString()), "required"));
            }
        }
        Object others = schema.get("additionalProperties");
        Map<String, Object> names = object(schema.getOrDefault("propertyNames", Map.of()));
        value.forEach((key, member) -> {
            String there = inner(place, key);
            if (known.get(key) != null) {
                check(there, member, object(known.get(key)), faults);
            } else if (Boolean.FALSE.equals(others)) {
                faults.add(Problem.of(there, "unknown-key", joined(List.copyOf(known.keySet()))));
            } else if (others instanceof Map<?, ?> schemaOfOthers) {
                check(there, member, object(schemaOfOthers), faults);
            }
            if (!names.isEmpty()) {
                check(there, key, names, faults);
            }
        });
    }

    private void items(String place, List<?> items, Map<String, Object> schema, List<Problem> faults) {
        if (items.size() < amount(schema, "minItems", 0)) {
            faults.add(Problem.of(place, "required"));
        }
        int most = amount(schema, "maxItems", Integer.MAX_VALUE);
        if (items.size() > most) {
            faults.add(Problem.of(place, "too-many", most));
            return;
        }
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            Object item = items.get(i);
            String there = place + "[" + i + "]";
            if (schema.get("items") instanceof Map<?, ?> each) {
                check(there, item, object(each), faults);
            }
            if (Boolean.TRUE.equals(schema.get("uniqueItems")) && !seen.add(item)) {
                faults.add(Problem.of(there, "chosen-twice"));
            }
        }
    }

    private static void text(String place, String text, Map<String, Object> schema, List<Problem> faults) {
        int least = amount(schema, "minLength", 0);
        int most = amount(schema, "maxLength", Integer.MAX_VALUE);
        if (text.strip().length() < least) {
            faults.add(text.isBlank() ? Problem.of(place, "required") : Problem.of(place, "too-short", least));
        } else if (text.length() > most) {
            faults.add(Problem.of(place, "too-long", most));
        } else if (schema.get("pattern") instanceof String pattern
                && !Pattern.compile(pattern).matcher(text).find()) {
            faults.add(
                    Problem.of(place, "not-as-described", String.valueOf(schema.getOrDefault("description", pattern))));
        }
    }

    private static void number(String place, Number number, Map<String, Object> schema, List<Problem> faults) {
        var value = new BigDecimal(number.toString());
        if (schema.get("minimum") instanceof Number least && value.compareTo(new BigDecimal(least.toString())) < 0) {
            faults.add(Problem.of(place, "too-small", least));
        }
        if (schema.get("maximum") instanceof Number most && value.compareTo(new BigDecimal(most.toString())) > 0) {
            faults.add(Problem.of(place, "too-large", most));
        }
    }

    private Map<String, Object> resolved(String ref) {
        Map<String, Object> at = root;
        for (String name : ref.substring(2).split("/", -1)) {
            at = object(at.get(name));
        }
        return at;
    }

    private static boolean isOf(@Nullable Object value, @Nullable Object type) {
        if (type instanceof List<?> types) {
            return types.stream().anyMatch(each -> isOf(value, each));
        }
        return switch (String.valueOf(type)) {
            case "object" -> value instanceof Map<?, ?>;
            case "array" -> value instanceof List<?>;
            case "string" -> value instanceof String;
            case "integer" -> value instanceof Integer || value instanceof Long;
            case "number" -> value instanceof Number;
            case "boolean" -> value instanceof Boolean;
            case "null" -> value == null;
            default -> true;
        };
    }

    /** As in the codes {@code not-a-text}, {@code not-a-list}, … */
    private static String kind(@Nullable Object type) {
        String first = String.valueOf(type instanceof List<?> types ? types.get(0) : type);
        return switch (first) {
            case "object" -> "an-object";
            case "array" -> "a-list";
            case "string" -> "a-text";
            case "boolean" -> "yes-or-no";
            default -> "a-number";
        };
    }

    private static int amount(Map<String, Object> schema, String key, int otherwise) {
        return schema.get(key) instanceof Number number ? number.intValue() : otherwise;
    }

    private static String inner(String place, String key) {
        return place.isEmpty() ? key : place + "." + key;
    }

    private static String joined(List<?> words) {
        return String.join(", ", words.stream().map(String::valueOf).toList());
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }
}
