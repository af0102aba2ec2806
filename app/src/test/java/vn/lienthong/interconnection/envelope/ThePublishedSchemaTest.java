package vn.lienthong.interconnection.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is published about envelopes names what there is, and nothing else. */
class ThePublishedSchemaTest {

    private final JsonNode schema;

    ThePublishedSchemaTest() throws IOException {
        schema = JsonMapper.builder()
                .build()
                .readTree(new ClassPathResource("static/public/interconnection/envelope.schema.json").getInputStream());
    }

    @Test
    void names_every_part_of_an_envelope() {
        JsonNode properties = schema.path("properties");

        assertThat(names(properties)).isEqualTo(parts(Envelope.class));
        assertThat(names(properties.path("part").path("properties"))).isEqualTo(parts(Envelope.Part.class));
        assertThat(names(properties.path("from").path("properties"))).isEqualTo(parts(Envelope.Party.class));
        Set<String> ofFiles = parts(Envelope.Attachment.class);
        ofFiles.remove("document");
        assertThat(names(properties.path("attachments").path("items").path("properties")))
                .as("what the sender calls the file stays with the sender")
                .isEqualTo(ofFiles);
    }

    @Test
    void names_every_kind() {
        List<String> kinds = schema.path("properties")
                .path("kind")
                .path("enum")
                .valueStream()
                .map(JsonNode::asString)
                .toList();

        assertThat(kinds)
                .isEqualTo(Arrays.stream(Envelope.Kind.values()).map(Enum::name).toList());
    }

    private static Set<String> names(JsonNode properties) {
        return new TreeSet<>(properties.propertyNames());
    }

    private static Set<String> parts(Class<? extends Record> type) {
        Set<String> names = new TreeSet<>();
        for (RecordComponent part : type.getRecordComponents()) {
            names.add(part.getName());
        }
        return names;
    }
}
