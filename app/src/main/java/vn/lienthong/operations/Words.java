package vn.lienthong.operations;

import java.util.List;
import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What a command says: the sentences {@code operations.<command>.<key>}, in the language of the machine. */
record Words(String command, Locale locale) {

    static Words of(String command) {
        return new Words(command, CommandLine.language());
    }

    String say(String key, Object... names) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/operations");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        List<String> texts = List.of(names).stream().map(String::valueOf).toList();
        return messages.getMessage("operations." + command + "." + key, texts.toArray(), locale);
    }
}
