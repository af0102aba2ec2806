package vn.lienthong.operations;

import java.util.List;
import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The surroundings do not allow to start; says everything that is in the way, in sentences for who started it. */
final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** One thing in the way: a key {@code operations.start.<code>} and what its sentence names. */
    record Reason(String code, List<String> names) {

        static Reason of(String code, Object... names) {
            return new Reason(code, List.of(names).stream().map(String::valueOf).toList());
        }

        String sentence(Locale locale) {
            // The application's own messages do not exist yet when this is needed.
            ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
            messages.setBasename("messages/operations");
            messages.setDefaultEncoding("UTF-8");
            messages.setFallbackToSystemLocale(false);
            return messages.getMessage("operations.start." + code, names.toArray(), locale);
        }
    }

    private final transient List<Reason> reasons;

    StartRefused(List<Reason> reasons) {
        super(String.join(" ", sentences(reasons, Locale.ENGLISH)));
        this.reasons = List.copyOf(reasons);
    }

    StartRefused(Reason reason, Throwable cause) {
        this(List.of(reason));
        initCause(cause);
    }

    List<Reason> reasons() {
        return reasons;
    }

    /** What to print: each reason in Vietnamese, then each in English. */
    String text() {
        return String.join(System.lineSeparator(), sentences(reasons, Locale.forLanguageTag("vi")))
                + System.lineSeparator()
                + String.join(System.lineSeparator(), sentences(reasons, Locale.ENGLISH));
    }

    private static List<String> sentences(List<Reason> reasons, Locale locale) {
        return reasons.stream().map(reason -> reason.sentence(locale)).toList();
    }
}
