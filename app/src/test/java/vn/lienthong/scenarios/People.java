package vn.lienthong.scenarios;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.procedure.PersonalData;

/** What the dossiers of a story say about people: what must stand in no line of a log. */
class People {

    /** Below that a value is found by chance: "Nam", "12". */
    private static final int SHORTEST = 6;

    private final JdbcClient jdbc;
    private final Set<String> known = new HashSet<>();

    People(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of the dossiers that were not there when this was asked last. */
    Set<String> ofNewDossiers() {
        List<Map<String, Object>> rows = jdbc.sql("""
                        select number, content::text as content, applicant_name, applicant_identity, applicant_phone, applicant_email
                        from dossier.dossier
                        """).query().listOfRows();
        Set<String> values = new LinkedHashSet<>();
        for (Map<String, Object> row : rows) {
            if (known.add(String.valueOf(row.get("number")))) {
                row.forEach((column, value) -> {
                    if (value != null && column.startsWith("applicant_")) {
                        add(values, value.toString());
                    }
                });
                collect("", JsonMapper.shared().readTree(String.valueOf(row.get("content"))), values);
            }
        }
        return values;
    }

    private static void collect(String path, JsonNode node, Set<String> values) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> collect(
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), values));
        } else if (node.isArray()) {
            node.forEach(element -> collect(path, element, values));
        } else if (node.isString()
                && PersonalData.of(path)
                        .filter(kind -> kind != PersonalData.NONE)
                        .isPresent()) {
            add(values, node.asString());
        }
    }

    /** Words like a code of the choices ("KINH", "an-hoa") name nobody. */
    private static void add(Set<String> values, String value) {
        if (value.length() >= SHORTEST && !value.matches("[A-Z_]+|[a-z-]+")) {
            values.add(value);
        }
    }
}
