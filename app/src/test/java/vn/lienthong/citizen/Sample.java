package vn.lienthong.citizen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.dossier.Application;

/** One of the invented dossiers below {@code cases/}. */
public record Sample(Instant receivedAt, Application application) {

    public static Sample of(String file) {
        try (var in = Sample.class.getResourceAsStream("/cases/death-registration/" + file + ".json")) {
            Map<String, Object> sample =
                    JsonMapper.builder().build().readValue(in, new TypeReference<Map<String, Object>>() {});
            Map<String, Object> request = map(sample.get("request"));
            return new Sample(
                    OffsetDateTime.parse(String.valueOf(sample.get("receivedAt")))
                            .toInstant(),
                    new Application(
                            String.valueOf(request.get("procedure")),
                            request.get("channel"),
                            request.get("applicant"),
                            request.get("data"),
                            request.get("papers")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value);
    }
}
