package vn.lienthong.procedure;

import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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

    private static final JsonNode FILE = file();
    private static final Map<String, PersonalData> BY_NAME = read();
    private static final Set<String> PARTLY = partly();

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

    /** Whether it is shown in part where a person is only listed: what somebody can be found, called or paid by. */
    static boolean isShownPartly(String path) {
        return PARTLY.contains(path.substring(path.lastIndexOf('.') + 1).replace("[]", ""));
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static JsonNode file() {
        InputStream file = Objects.requireNonNull(
                PersonalData.class.getResourceAsStream("/forms/shared/personal-data.yml"), "personal-data.yml");
        return YAMLMapper.shared().readTree(file);
    }

    private static Map<String, PersonalData> read() {
        Map<String, PersonalData> names = new HashMap<>();
        for (PersonalData kind : values()) {
            for (JsonNode name : FILE.path(kind.key())) {
                PersonalData twice = names.put(name.asString(), kind);
                if (twice != null) {
                    throw new IllegalStateException(name.asString() + " stands in two lists");
                }
            }
        }
        return Map.copyOf(names);
    }

    private static Set<String> partly() {
        Set<String> names = new HashSet<>();
        for (JsonNode name : FILE.path("partly")) {
            if (BY_NAME.getOrDefault(name.asString(), NONE) == NONE) {
                throw new IllegalStateException(name.asString() + " is shown in part, and tells nothing of a person");
            }
            names.add(name.asString());
        }
        return Set.copyOf(names);
    }
}
