package vn.lienthong.procedure;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A component of a form as far as the server has to know it.
 *
 * @param place where it stands in the file, for example {@code components[2].components[0]}
 * @param path where its value lies, relative to the component around it; empty for one that holds no value
 * @param rules names of {@link FormRule}s with what follows the colon
 * @param hide FEEL: hidden where it holds
 * @param check FEEL: must hold; {@code problem} is the code of the fault otherwise
 */
record FormComponent(
        String place,
        String type,
        List<String> path,
        @Nullable String label,
        Limits limits,
        List<Object> options,
        List<Rule> rules,
        @Nullable String hide,
        @Nullable String check,
        @Nullable String problem,
        boolean readOnly,
        @Nullable String subtype,
        boolean localTime,
        boolean numberAsText,
        @Nullable Object defaultValue,
        List<FormComponent> children) {

    /** What form-js calls {@code validate}. */
    record Limits(
            boolean required,
            @Nullable Integer minLength,
            @Nullable Integer maxLength,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable Integer decimalDigits,
            @Nullable Pattern pattern) {}

    /** A rule with its argument, for example {@code not-before:deceased.dateOfBirth}. */
    record Rule(FormRule rule, String argument) {}

    boolean isGroup() {
        return type.equals("group");
    }

    boolean isList() {
        return type.equals("dynamiclist");
    }

    /** A field has a value of its own. */
    boolean isField() {
        return !path.isEmpty() && !isGroup() && !isList();
    }

    Stream<FormComponent> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(FormComponent::all));
    }
}
