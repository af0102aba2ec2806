package vn.lienthong.procedure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads {@code forms/shared/lists.yml}: choices that more than one form offers. */
final class SharedLists {

    static final String FILE = "forms/shared/lists.yml";

    private SharedLists() {}

    /** A choice with its name in both languages. */
    record Entry(String value, Names names) {}

    static Map<String, List<Entry>> read(Optional<byte[]> yaml, List<Fault> faults) {
        var lists = new LinkedHashMap<String, List<Entry>>();
        if (yaml.isEmpty()) {
            return lists;
        }
        try {
            JsonNode tree = YAMLMapper.shared().readTree(yaml.get());
            var file = new Section(FILE, "", tree, faults);
            for (String name : tree.propertyNames()) {
                lists.put(name, file.list(name, SharedLists::entry));
            }
        } catch (JacksonException e) {
            faults.add(Fault.of(FILE, "", "not-yaml", e.getOriginalMessage()));
        }
        return lists;
    }

    private static Entry entry(Section choice) {
        return new Entry(choice.text("value"), new Names(choice.text("label"), choice.text("label_en")));
    }
}
