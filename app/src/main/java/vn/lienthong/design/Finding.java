package vn.lienthong.design;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.lienthong.procedure.Fault;

/**
 * One thing found in a procedure's folder.
 *
 * @param rule kebab-case id of the rule
 * @param element id of the element of the diagram, or file and place
 * @param sentence what is wrong and what to do, by language
 */
public record Finding(Severity severity, String rule, String element, Function<Locale, String> sentence) {

    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** A finding whose sentence is the message {@code design.rule.<rule>}. */
    static Finding of(Severity severity, String rule, String element, @Nullable Object... args) {
        List<@Nullable Object> kept = Collections.unmodifiableList(Arrays.asList(args.clone()));
        return new Finding(severity, rule, element, locale -> message("design.rule." + rule, locale, kept));
    }

    static Finding of(String rule, Fault fault) {
        return new Finding(Severity.ERROR, rule, fault.where(), fault::sentence);
    }

    public String message(Locale locale) {
        return sentence.apply(locale);
    }

    static String message(String key, Locale locale, List<@Nullable Object> args) {
        var language = locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.forLanguageTag("vi");
        var sentences = ResourceBundle.getBundle("messages/design", language, EXACT);
        Object[] inLanguage = args.stream()
                .map(arg -> arg instanceof Told told ? told.in(language) : arg)
                .toArray();
        return new MessageFormat(sentences.getString(key), language).format(inLanguage);
    }

    /** An argument that reads differently in each language. */
    interface Told {
        String in(Locale locale);
    }
}
