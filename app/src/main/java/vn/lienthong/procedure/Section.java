package vn.lienthong.procedure;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.lienthong.agency.calendar.Budget;
import vn.lienthong.agency.calendar.BudgetUnit;

/**
 * A mapping in a YAML file that is read strictly: a missing, misspelt or mistyped entry becomes a fault with its path,
 * and reading goes on with a stand-in so that one look finds all faults.
 */
final class Section {

    private static final Budget STAND_IN = Budget.of(1, BudgetUnit.WORKING_DAY);
    /** No list in a procedure is that long; comparing every entry with every other stays quick. */
    private static final int MOST_ENTRIES = 300;

    private static final Pattern CUT_OFF = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");

    private final String file;
    private final String path;
    private final JsonNode node;
    private final List<Fault> faults;
    private final Set<String> read = new LinkedHashSet<>();

    Section(String file, String path, JsonNode node, List<Fault> faults) {
        this.file = file;
        this.path = path;
        this.node = node;
        this.faults = faults;
    }

    boolean has(String name) {
        JsonNode value = node.get(name);
        return value != null && !value.isNull();
    }

    void fault(String name, String code, @Nullable Object... args) {
        faults.add(Fault.of(file, at(name), code, args));
    }

    /** Call last: whatever was not asked for is a fault, most likely a misspelling. */
    void end() {
        if (node.isObject()) {
            node.propertyNames().stream()
                    .filter(name -> !read.contains(name))
                    .forEach(name -> fault(name, "unknown-key", String.join(", ", read)));
        }
    }

    String text(String name) {
        String text = optionalText(name);
        if (text == null) {
            fault(name, "missing");
            return "";
        }
        return text;
    }

    @Nullable String optionalText(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (value.isContainer() || value.asString().isBlank()) {
            fault(name, "not-a-text");
            return null;
        }
        return value.asString().strip();
    }

    String matching(String name, Pattern pattern, String example) {
        String text = text(name);
        if (!text.isEmpty() && !pattern.matcher(text).matches()) {
            fault(name, "not-written-so", text, example);
        }
        return text;
    }

    String oneOf(String name, Set<String> choices) {
        String text = text(name);
        if (!text.isEmpty() && !choices.contains(text)) {
            fault(name, "not-one-of", text, String.join(", ", choices));
        }
        return text;
    }

    boolean yes(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return false;
        }
        if (!value.isBoolean()) {
            fault(name, "not-true-or-false");
            return false;
        }
        return value.booleanValue();
    }

    @Nullable Long optionalNumber(String name, long least, long most) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber() || value.asLong() < least || value.asLong() > most) {
            fault(name, "not-a-number-between", least, most);
            return null;
        }
        return value.asLong();
    }

    int number(String name, int least, int most) {
        if (!has(name)) {
            read.add(name);
            fault(name, "missing");
            return least;
        }
        Long number = optionalNumber(name, least, most);
        return number == null ? least : number.intValue();
    }

    List<String> texts(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            fault(name, "not-a-list");
            return List.of();
        }
        var texts = new ArrayList<String>();
        for (int i = 0; i < value.size(); i++) {
            JsonNode element = value.get(i);
            if (element.isContainer() || element.isNull() || element.asString().isBlank()) {
                fault(name + "[" + i + "]", "not-a-text");
            } else if (texts.contains(element.asString())) {
                fault(name + "[" + i + "]", "twice", element.asString());
            } else {
                texts.add(element.asString());
            }
        }
        return List.copyOf(texts);
    }

    List<String> someOf(String name, Set<String> choices) {
        List<String> texts = texts(name);
        if (texts.isEmpty()) {
            fault(name, "missing");
        }
        for (int i = 0; i < texts.size(); i++) {
            if (!choices.contains(texts.get(i))) {
                fault(name + "[" + i + "]", "not-one-of", texts.get(i), String.join(", ", choices));
            }
        }
        return texts;
    }

    Names names(String name) {
        Names names = optionalNames(name);
        if (names == null) {
            fault(name, "missing");
            return new Names("", "");
        }
        return names;
    }

    @Nullable Names optionalNames(String name) {
        return optional(name, section -> new Names(section.text("vi"), section.text("en")));
    }

    Budget budget(String name) {
        Budget budget = optionalBudget(name);
        if (budget == null) {
            if (!has(name)) {
                fault(name, "missing-budget");
            }
            return STAND_IN;
        }
        return budget;
    }

    @Nullable Budget optionalBudget(String name) {
        return optional(name, section -> {
            int amount = section.number("amount", 1, Budget.MOST);
            String unit = section.oneOf(
                    "unit",
                    Arrays.stream(BudgetUnit.values())
                            .map(Enum::name)
                            .collect(Collectors.toCollection(LinkedHashSet::new)));
            String cutOff = section.has("cutOff")
                    ? section.matching("cutOff", CUT_OFF, "\"15:00\"")
                    : section.optionalText("cutOff");
            try {
                return new Budget(amount, BudgetUnit.valueOf(unit), cutOff == null ? null : LocalTime.parse(cutOff));
            } catch (IllegalArgumentException | DateTimeException e) {
                // Already told by oneOf or matching.
                return STAND_IN;
            }
        });
    }

    <T> @Nullable T optional(String name, Function<Section, T> reading) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isObject()) {
            fault(name, "not-a-mapping");
            return null;
        }
        return inside(name, value, reading);
    }

    <T> List<T> list(String name, Function<Section, T> reading) {
        JsonNode value = value(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            fault(name, "not-a-list");
            return List.of();
        }
        var list = new ArrayList<T>();
        for (int i = 0; i < value.size(); i++) {
            if (value.get(i).isObject()) {
                list.add(inside(name + "[" + i + "]", value.get(i), reading));
            } else {
                fault(name + "[" + i + "]", "not-a-mapping");
            }
        }
        return List.copyOf(list);
    }

    /** A mapping whose keys are the designer's own words. */
    <T> Map<String, T> map(String name, Function<Section, T> reading) {
        JsonNode value = value(name);
        if (value == null) {
            return Map.of();
        }
        if (!value.isObject()) {
            fault(name, "not-a-mapping");
            return Map.of();
        }
        var map = new LinkedHashMap<String, T>();
        for (var entry : value.properties()) {
            if (entry.getValue().isObject()) {
                map.put(entry.getKey(), inside(name + "." + entry.getKey(), entry.getValue(), reading));
            } else {
                fault(name + "." + entry.getKey(), "not-a-mapping");
            }
        }
        return Collections.unmodifiableMap(map);
    }

    Map<String, String> textMap(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return Map.of();
        }
        if (!value.isObject()) {
            fault(name, "not-a-mapping");
            return Map.of();
        }
        var map = new LinkedHashMap<String, String>();
        for (var entry : value.properties()) {
            if (entry.getValue().isContainer() || entry.getValue().isNull()) {
                fault(name + "." + entry.getKey(), "not-a-text");
            } else {
                map.put(entry.getKey(), entry.getValue().asString().strip());
            }
        }
        return Collections.unmodifiableMap(map);
    }

    private <T> T inside(String name, JsonNode value, Function<Section, T> reading) {
        var section = new Section(file, at(name), value, faults);
        T read = reading.apply(section);
        section.end();
        return read;
    }

    private @Nullable JsonNode value(String name) {
        read.add(name);
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (value.isContainer() && value.size() > MOST_ENTRIES) {
            fault(name, "too-many-entries", MOST_ENTRIES);
            return null;
        }
        return value;
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
