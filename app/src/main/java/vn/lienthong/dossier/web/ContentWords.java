package vn.lienthong.dossier.web;

import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lienthong.procedure.FormSchema;
import vn.lienthong.procedure.Forms;
import vn.lienthong.web.Formats;
import vn.lienthong.workflow.ProcessRef;

/** What was answered to a form, as names and values that can be read without the form. */
@Component
public class ContentWords {

    private static final int MOST_DECIMALS = 6;

    /** A question and its answer. */
    public record Fact(String name, String value) {}

    /** Answers under one heading; the heading may be empty. */
    public record Facts(String title, List<Fact> facts) {}

    private final Forms forms;
    private final Formats formats;
    private final MessageSource messages;

    ContentWords(Forms forms, Formats formats, MessageSource messages) {
        this.forms = forms;
        this.formats = formats;
        this.messages = messages;
    }

    /** The answers to several forms of a procedure; a form that it does not have is passed over. */
    public List<Facts> of(
            ProcessRef process,
            Collection<String> topics,
            Map<String, ? extends @Nullable Object> content,
            Locale locale) {
        return topics.stream()
                .flatMap(topic -> forms.find(process, topic).stream())
                .flatMap(form -> of(form, content, locale).stream())
                .toList();
    }

    /** Only what was answered, in the order of the form. */
    public List<Facts> of(FormSchema form, Map<String, ? extends @Nullable Object> content, Locale locale) {
        Map<String, List<Fact>> sections = new LinkedHashMap<>();
        walk(list(form.localised(locale).get("components")), content, "", sections, locale);
        return sections.entrySet().stream()
                .filter(section -> !section.getValue().isEmpty())
                .map(section -> new Facts(section.getKey(), section.getValue()))
                .toList();
    }

    private void walk(
            List<Map<?, ?>> components,
            Map<?, ?> content,
            String title,
            Map<String, List<Fact>> sections,
            Locale locale) {
        List<Fact> facts = sections.computeIfAbsent(title, any -> new ArrayList<>());
        for (Map<?, ?> component : components) {
            Object path = component.get("path");
            if (component.get("components") instanceof List<?> inner) {
                String heading = text(component, "label", title);
                Object part = path == null ? content : at(content, path.toString());
                List<?> parts = part instanceof List<?> many ? many : List.of(part == null ? Map.of() : part);
                for (Object one : parts) {
                    walk(list(inner), one instanceof Map<?, ?> map ? map : Map.of(), heading, sections, locale);
                }
            } else if (component.get("key") instanceof String key) {
                String value = words(component, at(content, key), locale);
                if (!value.isEmpty()) {
                    String name = text(component, "label", text(component, "dateLabel", key));
                    facts.add(new Fact(name, value));
                }
            }
        }
    }

    private String words(Map<?, ?> component, @Nullable Object value, Locale locale) {
        if (value == null || value.toString().isBlank()) {
            return "";
        }
        if (value instanceof Boolean yes) {
            return messages.getMessage(yes ? "web.yes" : "web.no", null, locale);
        }
        if (value instanceof List<?> many) {
            return many.stream().map(one -> option(component, one)).collect(Collectors.joining("; "));
        }
        if ("datetime".equals(component.get("type"))) {
            return moment(value.toString());
        }
        if ("number".equals(component.get("type")) && value instanceof Number number) {
            return amount(number, Boolean.TRUE.equals(component.get("thousandSeparator")), locale);
        }
        String rule = component.get("properties") instanceof Map<?, ?> properties ? text(properties, "rule", "") : "";
        return switch (rule) {
            case "identity-number" -> formats.identityNumber(value.toString());
            case "phone" -> formats.phone(value.toString());
            default -> option(component, value);
        };
    }

    /** As the form writes it: sums of money in groups of three, what is behind the point behind the reader's own. */
    private static String amount(Number number, boolean grouped, Locale locale) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setGroupingUsed(grouped);
        format.setMaximumFractionDigits(MOST_DECIMALS);
        return format.format(number);
    }

    private static String option(Map<?, ?> component, @Nullable Object value) {
        return list(component.get("values")).stream()
                .filter(option -> String.valueOf(option.get("value")).equals(String.valueOf(value)))
                .map(option -> text(option, "label", String.valueOf(value)))
                .findFirst()
                .orElse(String.valueOf(value));
    }

    private String moment(String written) {
        try {
            return written.length() == 10
                    ? formats.day(LocalDate.parse(written))
                    : formats.dateTime(OffsetDateTime.parse(written).toInstant());
        } catch (DateTimeException e) {
            return written;
        }
    }

    private static @Nullable Object at(@Nullable Object content, String path) {
        @Nullable Object value = content;
        for (String name : path.split("\\.", -1)) {
            value = value instanceof Map<?, ?> inner ? inner.get(name) : null;
        }
        return value;
    }

    private static String text(Map<?, ?> component, String name, String otherwise) {
        return component.get(name) instanceof String text && !text.isBlank() ? text : otherwise;
    }

    private static List<Map<?, ?>> list(@Nullable Object value) {
        List<Map<?, ?>> maps = new ArrayList<>();
        if (value instanceof List<?> many) {
            for (Object one : many) {
                if (one instanceof Map<?, ?> map) {
                    maps.add(map);
                }
            }
        }
        return maps;
    }
}
