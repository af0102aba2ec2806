package vn.lienthong.design.draft;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Something that a person must decide before a draft becomes a procedure.
 *
 * @param contradicts the text says two things that cannot both be true
 * @param code its sentence is the message {@code design.draft.<code>}
 */
record Decision(boolean contradicts, String code, List<Object> args) {

    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    static Decision contradiction(String code, Object... args) {
        return new Decision(true, code, List.of(args));
    }

    static Decision question(String code, Object... args) {
        return new Decision(false, code, List.of(args));
    }

    String sentence(Locale locale) {
        return words("design.draft." + code, locale, args.toArray());
    }

    static String words(String key, Locale locale, Object... args) {
        var language = locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.forLanguageTag("vi");
        var sentences = ResourceBundle.getBundle("messages/design", language, EXACT);
        return new MessageFormat(sentences.getString(key), language).format(args);
    }
}
