package vn.lienthong.procedure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.procedure.FormComponent.Limits;
import vn.lienthong.procedure.FormComponent.Rule;

/**
 * Reads a form-js schema as the server needs it. Of form-js everything that asks for a value is known; what would run
 * foreign content in an officer's browser (html, iframe) or hold files outside the dossier is not.
 */
final class FormReader {

    private static final Set<String> FIELDS = Set.of(
            "textfield",
            "textarea",
            "number",
            "checkbox",
            "checklist",
            "taglist",
            "radio",
            "select",
            "datetime",
            "expression");
    private static final Set<String> OTHERS =
            Set.of("group", "dynamiclist", "text", "separator", "spacer", "image", "table");
    private static final Set<String> WITH_OPTIONS = Set.of("checklist", "taglist", "radio", "select");

    private static final int LARGEST_FILE = 1_000_000;
    private static final int DEEPEST = 30;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(2 * DEEPEST)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final String file;
    private final List<Fault> faults;
    private final Set<String> paths = new HashSet<>();

    private FormReader(String file, List<Fault> faults) {
        this.file = file;
        this.faults = faults;
    }

    /** @return null when the file is no form at all; otherwise a schema even when it has faults */
    static @Nullable FormSchema read(String file, byte[] json, List<Fault> faults) {
        return new FormReader(file, faults).read(json);
    }

    private @Nullable FormSchema read(byte[] json) {
        if (json.length > LARGEST_FILE) {
            fault("", "file-too-large", LARGEST_FILE);
            return null;
        }
        JsonNode tree;
        try {
            tree = JSON.readTree(json);
        } catch (JacksonException e) {
            var location = e.getLocation();
            fault(
                    location == null ? "" : String.valueOf(location.getLineNr()),
                    "form-not-json",
                    e.getOriginalMessage());
            return null;
        }
        if (tree == null || !tree.isObject() || !tree.path("components").isArray()) {
            fault("", "form-not-schema");
            return null;
        }
        String id = text(tree, "id");
        List<FormComponent> components = components(tree, "", "");
        Map<String, Object> content = JSON.convertValue(tree, new TypeReference<>() {});
        String key = file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.form$", "");
        return new FormSchema(key, id == null ? key : id, content, components);
    }

    private List<FormComponent> components(JsonNode owner, String place, String scope) {
        JsonNode list = owner.path("components");
        var components = new ArrayList<FormComponent>();
        for (int i = 0; i < list.size(); i++) {
            components.add(
                    component(list.get(i), (place.isEmpty() ? "" : place + ".") + "components[" + i + "]", scope));
        }
        return List.copyOf(components);
    }

    private FormComponent component(JsonNode node, String place, String scope) {
        String type = String.valueOf(text(node, "type"));
        boolean field = FIELDS.contains(type);
        if (!field && !OTHERS.contains(type)) {
            fault(place, "form-unknown-type", type);
        }
        boolean list = type.equals("dynamiclist");
        String path = list || type.equals("group") ? text(node, "path") : text(node, "key");
        if (path == null && (field || list)) {
            fault(place, "form-no-key", type);
        }
        String full = path == null || path.isEmpty() ? scope : scope + path;
        if (path != null && (field || list) && !paths.add(full)) {
            fault(place, "form-duplicate-path", full);
        }
        String inside = list ? full + "[]." : full.isEmpty() || full.endsWith(".") ? full : full + ".";
        JsonNode properties = node.path("properties");
        return new FormComponent(
                place,
                type,
                path == null || path.isEmpty() ? List.of() : List.of(path.split("\\.")),
                label(node),
                limits(node, place),
                WITH_OPTIONS.contains(type) ? options(node, place) : List.of(),
                rules(properties, place),
                text(node.path("conditional"), "hide"),
                text(properties, "check"),
                text(properties, "problem"),
                isTrue(node, "readonly") || isTrue(node, "disabled"),
                text(node, "subtype"),
                "no_timezone".equals(text(node, "timeSerializingFormat")),
                isTrue(node, "serializeToString"),
                node.hasNonNull("defaultValue") ? JSON.convertValue(node.get("defaultValue"), Object.class) : null,
                type.equals("group") || list
                        ? components(node, place, type.equals("group") && path == null ? scope : inside)
                        : List.of());
    }

    private static @Nullable String label(JsonNode node) {
        for (String name : List.of("label", "dateLabel", "timeLabel", "text")) {
            String label = text(node, name);
            if (label != null) {
                return label;
            }
        }
        return null;
    }

    private Limits limits(JsonNode node, String place) {
        JsonNode validate = node.path("validate");
        Pattern pattern = null;
        String written = text(validate, "pattern");
        if (written != null) {
            try {
                pattern = Pattern.compile(written);
            } catch (PatternSyntaxException e) {
                fault(place + ".validate.pattern", "form-bad-pattern", written);
            }
        }
        return new Limits(
                isTrue(validate, "required"),
                whole(validate, "minLength"),
                whole(validate, "maxLength"),
                decimal(validate, "min"),
                decimal(validate, "max"),
                whole(node, "decimalDigits"),
                pattern);
    }

    private List<Object> options(JsonNode node, String place) {
        var values = new LinkedHashSet<Object>();
        JsonNode options = node.path("values");
        for (int i = 0; i < options.size(); i++) {
            JsonNode option = options.get(i);
            JsonNode value = option.path("value");
            boolean plain = value.isString() || value.isNumber() || value.isBoolean();
            if (!plain || text(option, "label") == null || !values.add(JSON.convertValue(value, Object.class))) {
                fault(place + ".values[" + i + "]", "form-bad-option");
            }
        }
        return List.copyOf(values);
    }

    private List<Rule> rules(JsonNode properties, String place) {
        String written = text(properties, "rule");
        if (written == null) {
            return List.of();
        }
        var rules = new ArrayList<Rule>();
        for (String one : written.strip().split("[\\s,;]+")) {
            String name = one.contains(":") ? one.substring(0, one.indexOf(':')) : one;
            FormRule.of(name)
                    .ifPresentOrElse(
                            rule -> rules.add(new Rule(rule, one.substring(Math.min(one.length(), name.length() + 1)))),
                            () -> fault(
                                    place + ".properties.rule",
                                    "form-unknown-rule",
                                    name,
                                    Arrays.stream(FormRule.values())
                                            .map(FormRule::key)
                                            .collect(Collectors.joining(", "))));
        }
        return List.copyOf(rules);
    }

    private static @Nullable String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isString() && !value.asString().isBlank()
                ? value.asString().strip()
                : null;
    }

    private static boolean isTrue(JsonNode node, String name) {
        return node.path(name).isBoolean() && node.path(name).booleanValue();
    }

    private static @Nullable Integer whole(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isIntegralNumber() && value.canConvertToInt() ? value.intValue() : null;
    }

    private static @Nullable BigDecimal decimal(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (value.isNumber()) {
            return value.decimalValue();
        }
        try {
            return value.isString() ? new BigDecimal(value.asString().strip()) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private void fault(String place, String code, @Nullable Object... args) {
        faults.add(Fault.of(file, place, code, args));
    }
}
