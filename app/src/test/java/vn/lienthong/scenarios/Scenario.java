package vn.lienthong.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.lienthong.workflow.ProcessRef;

/** One story of a {@code scenarios.yml}. Its grammar is processes/…/schemas/scenarios.schema.json. */
record Scenario(
        ProcessRef process,
        String name,
        Instant receivedAt,
        String channel,
        Map<String, Object> applicant,
        Map<String, Object> data,
        List<Object> papers,
        List<Map<String, Object>> when,
        Map<String, Object> then) {

    /** The stories of every procedure folder. */
    static List<Scenario> all() {
        try {
            List<Scenario> all = new ArrayList<>();
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:procedures/*/*/scenarios.yml")) {
                String[] path = file.getURL().toString().split("/");
                var process = new ProcessRef(path[path.length - 3], path[path.length - 2]);
                Map<String, Object> tree = map(new YAMLMapper().readValue(file.getInputStream(), Object.class));
                for (Object scenario : list(tree.get("scenarios"))) {
                    all.add(of(process, map(scenario), map(tree.getOrDefault("fixtures", Map.of()))));
                }
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Scenario of(ProcessRef process, Map<String, Object> tree, Map<String, Object> fixtures) {
        Map<String, Object> given = map(tree.get("given"));
        Map<String, Object> application = fixture(String.valueOf(given.get("application")), fixtures);
        map(given.getOrDefault("with", Map.of())).forEach((path, value) -> put(application, path, value));
        return new Scenario(
                process,
                String.valueOf(tree.get("name")),
                instant(given.get("receivedAt")),
                String.valueOf(given.get("channel")),
                map(application.get("applicant")),
                map(application.get("data")),
                list(application.getOrDefault("papers", List.of())),
                list(tree.getOrDefault("when", List.of())).stream()
                        .map(Scenario::map)
                        .toList(),
                map(tree.get("then")));
    }

    private static Map<String, Object> fixture(String name, Map<String, Object> fixtures) {
        Map<String, Object> own = map(Objects.requireNonNull(fixtures.get(name), "no fixture " + name));
        Object base = own.get("extends");
        return base == null ? copy(own) : merged(fixture(base.toString(), fixtures), own);
    }

    private static Map<String, Object> merged(Map<String, Object> base, Map<String, Object> more) {
        Map<String, Object> result = copy(base);
        more.forEach((key, value) -> result.put(
                key,
                value instanceof Map<?, ?> && result.get(key) instanceof Map<?, ?>
                        ? merged(map(result.get(key)), map(value))
                        : value));
        return result;
    }

    private static void put(Map<String, Object> tree, String path, @Nullable Object value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            tree.put(path, value);
            return;
        }
        String head = path.substring(0, dot);
        Map<String, Object> inner =
                tree.get(head) instanceof Map<?, ?> there ? copy(map(there)) : new LinkedHashMap<>();
        put(inner, path.substring(dot + 1), value);
        tree.put(head, inner);
    }

    private static Map<String, Object> copy(Map<String, Object> map) {
        return new LinkedHashMap<>(map);
    }

    static Instant instant(@Nullable Object text) {
        return OffsetDateTime.parse(String.valueOf(text)).toInstant();
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(@Nullable Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value);
    }

    @SuppressWarnings("unchecked")
    static List<Object> list(@Nullable Object value) {
        return (List<Object>) Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return process.procedure() + ": " + name;
    }
}
