package vn.lienthong.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.lienthong.command.Problem;
import vn.lienthong.design.draft.JsonSchema;
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

    private static final JsonSchema GRAMMAR = JsonSchema.named("scenarios");

    /**
     * The stories of one folder.
     *
     * @param faults what is not as the grammar says; no story is told then
     */
    record Book(ProcessRef process, List<Scenario> stories, List<Problem> faults) {}

    /** The stories of every procedure folder. */
    static List<Book> books() {
        try {
            List<Book> books = new ArrayList<>();
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:procedures/*/*/scenarios.yml")) {
                String[] path = file.getURL().toString().split("/");
                books.add(book(
                        new ProcessRef(path[path.length - 3], path[path.length - 2]),
                        file.getContentAsString(StandardCharsets.UTF_8)));
            }
            return books;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Book book(ProcessRef process, String yaml) {
        Object tree;
        try {
            tree = new YAMLMapper().readValue(yaml, Object.class);
        } catch (JacksonException e) {
            var line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            return new Book(process, List.of(), List.of(Problem.of("dòng " + line, "malformed")));
        }
        List<Problem> faults = new ArrayList<>(GRAMMAR.faults(tree));
        if (!faults.isEmpty()) {
            return new Book(process, List.of(), faults);
        }
        Map<String, Object> fixtures = map(map(tree).getOrDefault("fixtures", Map.of()));
        List<Scenario> stories = new ArrayList<>();
        int number = 0;
        for (Object scenario : list(map(tree).get("scenarios"))) {
            String fixture = String.valueOf(map(map(scenario).get("given")).get("application"));
            String unknown = unknownFixture(fixture, fixtures);
            if (unknown == null) {
                stories.add(of(process, map(scenario), fixtures));
            } else {
                faults.add(Problem.of(
                        "scenarios[" + number + "].given.application",
                        "not-one-of",
                        unknown + " ∉ " + String.join(", ", fixtures.keySet())));
            }
            number++;
        }
        return new Book(process, stories, faults);
    }

    private static @Nullable String unknownFixture(String name, Map<String, Object> fixtures) {
        for (int depth = 0; depth < fixtures.size(); depth++) {
            if (!fixtures.containsKey(name)) {
                return name;
            }
            Object base = map(fixtures.get(name)).get("extends");
            if (base == null) {
                return null;
            }
            name = base.toString();
        }
        return name;
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
                map(application.getOrDefault("applicant", Map.of())),
                map(application.getOrDefault("data", Map.of())),
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
