package vn.lienthong.document.issuing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.lienthong.document.DocumentId;
import vn.lienthong.document.print.Facts;

/**
 * What the content of a dossier knows of a paper: {@code signed.<result>} once an official has signed it,
 * {@code issued.<result>} once it is out.
 */
record Filed(String number, LocalDate on, DocumentId document, String by) {

    static final String SIGNED = "signed";
    static final String ISSUED = "issued";

    static Optional<Filed> in(Map<String, Object> content, String group, String result) {
        var facts = new Facts(content);
        String path = group + "." + result;
        return facts.has(path + ".document")
                ? Optional.of(new Filed(
                        facts.text(path + ".number"),
                        LocalDate.parse(facts.text(path + ".on")),
                        new DocumentId(UUID.fromString(facts.text(path + ".document"))),
                        facts.text(path + ".by")))
                : Optional.empty();
    }

    /** The group with this paper in it, and what was in it before. */
    Map<String, Object> into(Map<String, Object> content, String group, String result) {
        Map<String, Object> papers = new HashMap<>();
        if (content.get(group) instanceof Map<?, ?> before) {
            before.forEach((key, value) -> papers.put(String.valueOf(key), value));
        }
        papers.put(result, Map.of("number", number, "on", on.toString(), "document", document.toString(), "by", by));
        return Map.of(group, papers);
    }
}
