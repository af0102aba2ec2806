package vn.lienthong.procedure;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong in a procedure's folder.
 *
 * @param file name inside the folder
 * @param place where in the file: a path such as {@code legs[1].budget}, a line number, or empty
 * @param code kebab-case reason; its sentence is the message {@code procedure.fault.<code>}
 * @param args arguments of that sentence
 */
public record Fault(String file, String place, String code, List<@Nullable Object> args) {

    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    public Fault {
        args = Collections.unmodifiableList(args);
    }

    public static Fault of(String file, String place, String code, @Nullable Object... args) {
        return new Fault(file, place, code, Arrays.asList(args.clone()));
    }

    /** File and place as one address, for example {@code procedure.yml:legs[1].budget}. */
    public String where() {
        return place.isEmpty() ? file : file + ":" + place;
    }

    public String sentence(Locale locale) {
        return message("fault." + code, locale, args.toArray());
    }

    /** A sentence of this module, without the application's messages: folders are read before those exist, and in tests. */
    static String message(String key, Locale locale, @Nullable Object... args) {
        var language = locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.forLanguageTag("vi");
        var sentences = ResourceBundle.getBundle("messages/procedure", language, EXACT);
        return new MessageFormat(sentences.getString("procedure." + key), language).format(args);
    }
}
