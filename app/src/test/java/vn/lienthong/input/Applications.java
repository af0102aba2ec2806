package vn.lienthong.input;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.testing.SampleDossier;

/** A sound application in which one thing is wrong. */
final class Applications {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Applications() {}

    /** {@code application} names the sample; {@code put} says what stands at a path instead. */
    static Map<String, Object> changed(BadInput line) {
        Map<String, Object> application =
                copy(SampleDossier.of(line.text("application", "")).request());
        application.put("channel", "COUNTER");
        if (line.any("put") instanceof Map<?, ?> changes) {
            changes.forEach(
                    (path, value) -> put(application, String.valueOf(path).split("\\."), value));
        }
        return application;
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> map, String[] path, Object value) {
        Map<String, Object> at = map;
        for (int i = 0; i < path.length - 1; i++) {
            Object next = at.get(path[i]);
            if (next instanceof List<?> list) {
                next = list.get(Integer.parseInt(path[++i]));
            } else if (next == null) {
                next = new LinkedHashMap<String, Object>();
                at.put(path[i], next);
            }
            at = (Map<String, Object>) Objects.requireNonNull(next);
        }
        at.put(path[path.length - 1], value);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> copy(Map<String, Object> map) {
        return JSON.readValue(JSON.writeValueAsString(map), Map.class);
    }
}
