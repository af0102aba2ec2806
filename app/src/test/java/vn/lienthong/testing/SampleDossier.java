package vn.lienthong.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** One of the sample dossiers of {@code cases/}: when it came, what was asked, what has to come of it. */
public record SampleDossier(Instant receivedAt, Map<String, Object> request, Map<String, Object> expected) {

    /** @param name as {@code death-registration/05-merit-two-agencies} */
    public static SampleDossier of(String name) {
        try (InputStream in = SampleDossier.class.getResourceAsStream("/cases/" + name + ".json")) {
            Map<String, Object> sample =
                    JsonMapper.builder().build().readValue(in, new TypeReference<Map<String, Object>>() {});
            return new SampleDossier(
                    OffsetDateTime.parse(String.valueOf(sample.get("receivedAt")))
                            .toInstant(),
                    map(sample.get("request")),
                    map(sample.get("expect")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String procedure() {
        return String.valueOf(request.get("procedure"));
    }

    public Map<String, Object> applicant() {
        return map(request.get("applicant"));
    }

    public Map<String, Object> data() {
        return map(request.get("data"));
    }

    public List<Map<String, Object>> papers() {
        return ((List<?>) Objects.requireNonNull(request.get("papers")))
                .stream().map(SampleDossier::map).toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@org.jspecify.annotations.Nullable Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value);
    }
}
