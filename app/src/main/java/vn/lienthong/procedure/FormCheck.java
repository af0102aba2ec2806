package vn.lienthong.procedure;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lienthong.command.Problem;
import vn.lienthong.procedure.FormComponent.Limits;
import vn.lienthong.procedure.FormComponent.Rule;
import vn.lienthong.workflow.Feel;

/** One look at one set of answers: everything the forms demand of them, told with the paths of the values. */
final class FormCheck {

    private static final int LONGEST_LINE = 500;
    private static final int LONGEST_PARAGRAPH = 4_000;
    private static final int LONGEST_NAME = 100;
    private static final int MOST_LOOKS = 100_000;

    /** Whoever says 0204 for 2024 made a slip. */
    private static final int FIRST_YEAR = 1800;

    private static final int LAST_YEAR = 2200;

    private final Feel feel;
    private final Instant now;
    private final ZoneId zone;
    private final Map<String, @Nullable Object> answers;
    private final List<Problem> problems = new ArrayList<>();

    /** @param answers normalised; what the conditions of the forms look at */
    FormCheck(Feel feel, Instant now, ZoneId zone, Map<String, @Nullable Object> answers) {
        this.feel = feel;
        this.now = now;
        this.zone = zone;
        this.answers = answers;
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    void check(FormSchema form) {
        components(form.components(), new Scope("", answers, answers, false));
    }

    /**
     * @param path of the object around, with a dot at its end; empty at the top
     * @param object the object around; null when it is absent
     * @param context names that conditions see
     */
    private record Scope(String path, @Nullable Object object, Map<String, @Nullable Object> context, boolean hidden) {}

    private void components(List<FormComponent> components, Scope scope) {
        for (FormComponent component : components) {
            boolean hidden = scope.hidden() || isHidden(component, scope);
            if (component.isList()) {
                list(component, scope, hidden);
            } else if (component.isGroup()) {
                Object object = value(component, scope);
                String path = component.path().isEmpty() ? scope.path() : path(component, scope) + ".";
                components(component.children(), new Scope(path, object, scope.context(), hidden));
            } else if (component.isField()) {
                field(component, scope, hidden);
            }
        }
    }

    private void list(FormComponent component, Scope scope, boolean hidden) {
        Object value = value(component, scope);
        String path = path(component, scope);
        if (value != null && !(value instanceof List<?>)) {
            add(path, "malformed");
            return;
        }
        List<?> elements = value == null ? List.of() : (List<?>) value;
        for (int i = 0; i < elements.size(); i++) {
            var context = new LinkedHashMap<>(scope.context());
            if (elements.get(i) instanceof Map<?, ?> element) {
                context.putAll(Content.named(element));
                context.put("this", element);
            }
            components(component.children(), new Scope(path + "[" + i + "].", elements.get(i), context, hidden));
        }
    }

    private boolean isHidden(FormComponent component, Scope scope) {
        return component.hide() != null && feel.holds(component.hide(), scope.context());
    }

    private static @Nullable Object value(FormComponent component, Scope scope) {
        Object value = scope.object();
        for (String name : component.path()) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return value;
    }

    private static String path(FormComponent component, Scope scope) {
        return scope.path() + String.join(".", component.path());
    }

    /** A hidden field need not be answered; an answer given nevertheless must be a good one. */
    private void field(FormComponent component, Scope scope, boolean hidden) {
        Object value = value(component, scope);
        String path = path(component, scope);
        int before = problems.size();
        if (Content.isEmpty(value)) {
            if (component.limits().required() && !hidden) {
                add(path, "required");
            }
            return;
        }
        switch (component.type()) {
            case "number" -> number(component, path, value);
            case "checkbox" -> checkbox(component, path, value, hidden);
            case "checklist", "taglist" -> several(component, path, value);
            case "radio", "select" -> option(component, path, value);
            case "datetime" -> moment(component, path, value);
            case "expression" -> {
                // Computed in the browser for the reader's eyes; nothing relies on it.
            }
            default -> text(component, path, value);
        }
        if (problems.size() == before && !hidden && component.check() != null) {
            if (!feel.holds(component.check(), scope.context())) {
                add(path, component.problem() == null ? "malformed" : component.problem());
            }
        }
    }

    private void number(FormComponent component, String path, @Nullable Object value) {
        BigDecimal number;
        try {
            boolean written = value instanceof Number || (component.numberAsText() && value instanceof String);
            number = written ? new BigDecimal(String.valueOf(value)) : null;
        } catch (NumberFormatException e) {
            number = null;
        }
        if (number == null) {
            add(path, "not-a-number");
            return;
        }
        Limits limits = component.limits();
        Integer digits = limits.decimalDigits();
        if (digits != null && number.stripTrailingZeros().scale() > digits) {
            add(path, "too-many-decimals", digits);
        }
        if (limits.min() != null && number.compareTo(limits.min()) < 0) {
            add(path, "too-small", limits.min());
        }
        if (limits.max() != null && number.compareTo(limits.max()) > 0) {
            add(path, "too-large", limits.max());
        }
    }

    private void checkbox(FormComponent component, String path, @Nullable Object value, boolean hidden) {
        if (!(value instanceof Boolean checked)) {
            add(path, "not-yes-or-no");
        } else if (!checked && component.limits().required() && !hidden) {
            add(path, "required");
        }
    }

    private void several(FormComponent component, String path, @Nullable Object value) {
        if (!(value instanceof List<?> chosen)) {
            add(path, "malformed");
            return;
        }
        for (int i = 0; i < chosen.size(); i++) {
            int earlier = chosen.indexOf(chosen.get(i));
            if (earlier < i) {
                add(path + "[" + i + "]", "chosen-twice");
            }
            option(component, path + "[" + i + "]", chosen.get(i));
        }
    }

    private void option(FormComponent component, String path, @Nullable Object value) {
        boolean plain = value instanceof String || value instanceof Number || value instanceof Boolean;
        if (!plain) {
            add(path, "malformed");
        } else if (!component.options().isEmpty() && !isAmong(component.options(), value)) {
            add(path, "not-an-option");
        } else if (String.valueOf(value).length() > LONGEST_LINE) {
            add(path, "too-long", LONGEST_LINE);
        }
    }

    private static boolean isAmong(List<Object> options, @Nullable Object value) {
        return options.stream()
                .anyMatch(option -> option instanceof Number a && value instanceof Number b
                        ? new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString())) == 0
                        : option.equals(value));
    }

    private void text(FormComponent component, String path, @Nullable Object value) {
        if (!(value instanceof String text)) {
            add(path, "not-a-text");
            return;
        }
        Limits limits = component.limits();
        boolean paragraph = component.type().equals("textarea");
        int length = text.codePointCount(0, text.length());
        int longest = limits.maxLength() != null ? limits.maxLength() : paragraph ? LONGEST_PARAGRAPH : LONGEST_LINE;
        boolean name = component.rules().stream().anyMatch(rule -> rule.rule() == FormRule.NAME);
        if (name) {
            longest = Math.min(longest, LONGEST_NAME);
        }
        if (length > longest) {
            add(path, "too-long", longest);
            return;
        }
        if (limits.minLength() != null && length < limits.minLength()) {
            add(path, "too-short", limits.minLength());
        }
        if (!paragraph && text.indexOf('\n') >= 0) {
            add(path, "control-character");
            return;
        }
        if (limits.pattern() != null && !found(limits.pattern(), text)) {
            add(path, "malformed");
        }
        for (Rule rule : component.rules()) {
            if (rule.rule().isAboutText() && !rule.rule().accepts(text)) {
                add(path, rule.rule().problem());
            }
        }
    }

    private void moment(FormComponent component, String path, @Nullable Object value) {
        String subtype = component.subtype() == null ? "date" : component.subtype();
        if (subtype.equals("time")) {
            if (!isTime(value)) {
                add(path, "not-a-time");
            }
            return;
        }
        boolean date = subtype.equals("date");
        Optional<Moment> moment = date ? date(value) : dateAndTime(value, component.localTime());
        if (moment.isEmpty()) {
            add(path, date ? "not-a-date" : "not-a-date-and-time");
            return;
        }
        for (Rule rule : component.rules()) {
            if (rule.rule() == FormRule.PAST && isFuture(moment.get())) {
                add(path, rule.rule().problem());
            }
            if (rule.rule() == FormRule.NOT_BEFORE) {
                Optional<Moment> other = Content.at(answers, rule.argument()).flatMap(this::any);
                if (other.isPresent() && moment.get().isBefore(other.get())) {
                    add(path, rule.rule().problem(), other.get().date().toString());
                }
            }
        }
    }

    /** A day, and the instant where it is known. */
    private record Moment(LocalDate date, @Nullable Instant instant) {

        boolean isBefore(Moment other) {
            return instant != null && other.instant != null
                    ? instant.isBefore(other.instant)
                    : date.isBefore(other.date);
        }
    }

    private boolean isFuture(Moment moment) {
        return moment.instant() != null
                ? moment.instant().isAfter(now)
                : moment.date().isAfter(LocalDate.ofInstant(now, zone));
    }

    private Optional<Moment> any(Object value) {
        Optional<Moment> date = date(value);
        return date.isPresent() ? date : dateAndTime(value, false).or(() -> dateAndTime(value, true));
    }

    private Optional<Moment> date(@Nullable Object value) {
        try {
            return value instanceof String text && text.length() == "2026-11-20".length()
                    ? sensible(new Moment(LocalDate.parse(text), null))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<Moment> dateAndTime(@Nullable Object value, boolean local) {
        if (!(value instanceof String text)) {
            return Optional.empty();
        }
        try {
            if (local) {
                LocalDateTime time = LocalDateTime.parse(text);
                return sensible(new Moment(time.toLocalDate(), time.atZone(zone).toInstant()));
            }
            OffsetDateTime time = OffsetDateTime.parse(text);
            // The day as it was written: Vietnam's own offset changed before 1975, and a date of birth has none.
            LocalDate day = time.getOffset().equals(ZoneOffset.UTC)
                    ? LocalDate.ofInstant(time.toInstant(), zone)
                    : time.toLocalDate();
            return sensible(new Moment(day, time.toInstant()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Moment> sensible(Moment moment) {
        int year = moment.date().getYear();
        return year >= FIRST_YEAR && year <= LAST_YEAR ? Optional.of(moment) : Optional.empty();
    }

    private static boolean isTime(@Nullable Object value) {
        try {
            return value instanceof String text
                    && LocalTime.parse(text.replaceFirst("(Z|[+-]\\d{2}:?\\d{2})$", "")) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Looks for the pattern anywhere, as form-js does; gives up on a pattern that takes for ever. */
    private static boolean found(Pattern pattern, String text) {
        try {
            return pattern.matcher(new Patient(text)).find();
        } catch (IllegalStateException e) {
            return false;
        }
    }

    /** A text that counts how often the matcher looks at it. */
    private static final class Patient implements CharSequence {

        private final String text;
        private int looks;

        Patient(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++looks > MOST_LOOKS) {
                throw new IllegalStateException();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private void add(String path, String code, Object... args) {
        problems.add(Problem.of(path, code, args));
    }
}
