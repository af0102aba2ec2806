package vn.lienthong.testing;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.LoadState;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Fills in a form island as a person does: field by field, in the order of the form, what is hidden left out. */
public final class FormFilling {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Page page;
    private final Map<String, Object> answers;

    private FormFilling(Page page, Map<String, Object> answers) {
        this.page = page;
        this.answers = answers;
    }

    /** @param answers a tree; the keys of the form's fields are paths in it */
    public static void fill(Page page, Map<String, Object> answers) {
        page.waitForLoadState(LoadState.LOAD);
        page.waitForSelector("[data-island=form][data-ready]");
        String given = page.locator("[data-island=form] script[type='application/json']")
                .textContent();
        Map<String, Object> island =
                JsonMapper.builder().build().readValue(given, new TypeReference<Map<String, Object>>() {});
        new FormFilling(page, answers).all((Map<?, ?>) Objects.requireNonNull(island.get("schema")));
    }

    private void all(Map<?, ?> component) {
        if (component.get("components") instanceof List<?> inner) {
            inner.forEach(child -> all((Map<?, ?>) child));
        }
        if (component.get("key") instanceof String key) {
            Object value = at(key);
            if (value != null) {
                one(component, value);
            }
        }
    }

    private void one(Map<?, ?> component, Object value) {
        Locator field = page.locator("[id*='-" + component.get("id") + "']");
        if (field.count() == 0) {
            return;
        }
        switch (String.valueOf(component.get("type"))) {
            case "textfield", "textarea", "number" -> type(field.first(), value.toString());
            case "select" ->
                field.first()
                        .selectOption(
                                new com.microsoft.playwright.options.SelectOption().setLabel(label(component, value)));
            case "checkbox" -> field.first().setChecked((Boolean) value);
            case "checklist", "radio" -> {
                List<?> chosen = value instanceof List<?> many ? many : List.of(value);
                chosen.forEach(one -> page.locator(".fjs-form-field:has([id*='-" + component.get("id") + "'])")
                        .locator(".fjs-inline-label:has-text('" + label(component, one) + "') input")
                        .first()
                        .check());
            }
            case "datetime" -> date(page.locator("input[id*='-" + component.get("id") + "']"), value.toString());
            default -> throw new AssertionError("cannot fill in a " + component.get("type"));
        }
    }

    /** The calendar takes what was typed when its field is left, but not before it has been drawn: then once more. */
    private void date(Locator field, String value) {
        boolean moment = value.contains("T");
        String taken = moment ? value.substring(0, "2026-11-17T21:40".length()) : value;
        for (int attempt = 0; attempt < 5; attempt++) {
            type(
                    field.locator("visible=true").first(),
                    moment ? DATE.format(OffsetDateTime.parse(value)) : DATE.format(LocalDate.parse(value)));
            if (moment) {
                type(field.locator("visible=true").last(), TIME.format(OffsetDateTime.parse(value)));
            }
            try {
                page.waitForCondition(
                        () -> page.inputValue("[data-island=form] input[name=data]")
                                .contains(taken),
                        new Page.WaitForConditionOptions().setTimeout(2_000));
                return;
            } catch (TimeoutError notYet) {
                // Typed again.
            }
        }
        throw new AssertionError("the form does not take " + value);
    }

    private static void type(Locator field, String text) {
        field.fill(text);
        field.press("Tab");
    }

    private static String label(Map<?, ?> component, Object value) {
        for (Object option : (List<?>) Objects.requireNonNull(component.get("values"), component::toString)) {
            Map<?, ?> choice = (Map<?, ?>) option;
            if (value.toString().equals(String.valueOf(choice.get("value")))) {
                return String.valueOf(choice.get("label"));
            }
        }
        throw new AssertionError(component.get("key") + " does not offer " + value);
    }

    private @Nullable Object at(String path) {
        @Nullable Object value = answers;
        for (String name : path.split("\\.", -1)) {
            value = value instanceof Map<?, ?> inner ? inner.get(name) : null;
        }
        return value;
    }
}
