package vn.lienthong.dossier.reception;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lienthong.dossier.web.FaultsInAForm;
import vn.lienthong.web.Formats;

/** Reads the answers to a form back in its own words, for the page on which an officer checks them. */
@Component
class Answers {

    /** A question and what was answered. */
    record Line(String question, String answer) {}

    private final Formats formats;
    private final MessageSource messages;

    Answers(Formats formats, MessageSource messages) {
        this.formats = formats;
        this.messages = messages;
    }

    /**
     * @param schema the form in the reader's language
     * @param answers everything that was answered, whatever the form
     */
    List<Line> of(Map<String, Object> schema, Map<String, Object> answers, Locale locale) {
        List<Line> lines = new ArrayList<>();
        collect(schema, answers, locale, lines);
        return lines;
    }

    /** The papers that were handed in: "Giấy báo tử", "Bản chính × 1". */
    List<Line> of(List<Wizard.PaperLine> papers, Locale locale) {
        return papers.stream()
                .filter(paper -> paper.form() != null)
                .map(paper -> new Line(
                        paper.name(),
                        messages.getMessage("dossier.paper." + paper.form(), null, locale) + " × " + paper.copies()))
                .toList();
    }

    private void collect(Map<?, ?> component, Map<String, Object> answers, Locale locale, List<Line> lines) {
        if (component.get("components") instanceof List<?> inner) {
            for (Object child : inner) {
                if (child instanceof Map<?, ?> map) {
                    collect(map, answers, locale, lines);
                }
            }
        }
        String question = FaultsInAForm.question(component);
        if (component.get("key") instanceof String key && question != null) {
            Object value = at(answers, key);
            if (value != null && !value.toString().isEmpty()) {
                lines.add(new Line(question, words(component, value, locale)));
            }
        }
    }

    private String words(Map<?, ?> component, Object value, Locale locale) {
        if (value instanceof List<?> many) {
            return many.stream()
                    .map(one -> words(component, String.valueOf(one), locale))
                    .collect(Collectors.joining(", "));
        }
        if (value instanceof Boolean yes) {
            return messages.getMessage(yes ? "web.yes" : "web.no", null, locale);
        }
        if ("datetime".equals(component.get("type"))) {
            return date(value.toString());
        }
        if (component.get("values") instanceof List<?> options) {
            for (Object option : options) {
                if (option instanceof Map<?, ?> map && value.toString().equals(String.valueOf(map.get("value")))) {
                    return String.valueOf(map.get("label"));
                }
            }
        }
        return value.toString();
    }

    /** What is not a date was typed wrongly and is shown as it was typed. */
    private String date(String text) {
        try {
            return text.contains("T")
                    ? formats.dateTime(OffsetDateTime.parse(text).toInstant())
                    : formats.day(LocalDate.parse(text));
        } catch (DateTimeException wrong) {
            return text;
        }
    }

    private static @Nullable Object at(Map<String, Object> answers, String path) {
        @Nullable Object value = answers;
        for (String name : path.split("\\.", -1)) {
            value = value instanceof Map<?, ?> inner ? inner.get(name) : null;
        }
        return value;
    }
}
