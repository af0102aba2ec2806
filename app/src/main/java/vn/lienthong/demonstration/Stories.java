package vn.lienthong.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.lienthong.dossier.Application;

/**
 * The file {@code demo/dossiers.yml}. A date in an application is written <code>${-3}</code>: three days before the dossier was
 * received.
 *
 * @param applications by name; the key {@code procedure} beside applicant, data and papers
 */
record Stories(Map<String, Map<String, Object>> applications, List<Story> dossiers) {

    private static final Pattern DAY = Pattern.compile("\\$\\{(-?\\d+)}");

    static Stories read() {
        try (var yaml = Stories.class.getResourceAsStream("/demo/dossiers.yml")) {
            return YAMLMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .readValue(Objects.requireNonNull(yaml), Stories.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is handed in when the story begins on that day. */
    Application application(Story story, LocalDate received) {
        Map<String, Object> like = Objects.requireNonNull(applications.get(story.like()), story.like());
        Map<String, Object> all = story.with() == null ? like : merged(like, story.with());
        return new Application(
                String.valueOf(all.get("procedure")),
                story.channel(),
                dated(all.get("applicant"), received),
                dated(all.get("data"), received),
                dated(all.get("papers"), received));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> merged(Map<String, Object> one, Map<String, Object> other) {
        Map<String, Object> all = new LinkedHashMap<>(one);
        other.forEach((key, value) -> all.merge(
                key,
                value,
                (was, becomes) -> was instanceof Map<?, ?> && becomes instanceof Map<?, ?>
                        ? merged((Map<String, Object>) was, (Map<String, Object>) becomes)
                        : becomes));
        return all;
    }

    private static @Nullable Object dated(@Nullable Object value, LocalDate received) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> dated = new LinkedHashMap<>();
            map.forEach((key, inner) -> dated.put(key, dated(inner, received)));
            return dated;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(inner -> dated(inner, received)).toList();
        }
        return value instanceof String text
                ? DAY.matcher(text)
                        .replaceAll(day -> received.plusDays(Integer.parseInt(day.group(1)))
                                .toString())
                : value;
    }
}
