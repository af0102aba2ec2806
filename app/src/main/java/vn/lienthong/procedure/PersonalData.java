package vn.lienthong.procedure;

import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What an answer says about a person, by the path of its field; {@code forms/shared/personal-data.yml} says it for every field of
 * every form.
 */
public enum PersonalData {
    /** About the matter, not about a person. */
    NONE,
    ORDINARY,
    /** Health, origin, money: what does more harm in wrong hands. */
    SENSITIVE;

    private static final Map<String, PersonalData> BY_NAME = read();

    /** Empty when nobody has said it. */
    public static Optional<PersonalData> of(String path) {
        String name = path.replace("[]", "");
        while (true) {
            PersonalData known = BY_NAME.get(name);
            if (known != null) {
                return Optional.of(known);
            }
            int dot = name.indexOf('.');
            if (dot < 0) {
                return Optional.empty();
            }
            name = name.substring(dot + 1);
        }
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, PersonalData> read() {
        InputStream file = Objects.requireNonNull(
                PersonalData.class.getResourceAsStream("/forms/shared/personal-data.yml"), "personal-data.yml");
        JsonNode tree = YAMLMapper.shared().readTree(file);
        Map<String, PersonalData> names = new HashMap<>();
        for (PersonalData kind : values()) {
            for (JsonNode name : tree.path(kind.key())) {
                PersonalData twice = names.put(name.asString(), kind);
                if (twice != null) {
                    throw new IllegalStateException(name.asString() + " stands in two lists");
                }
            }
        }
        return Map.copyOf(names);
    }
}
