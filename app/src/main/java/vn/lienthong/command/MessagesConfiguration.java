package vn.lienthong.command;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The words of the product: one bundle per module, Vietnamese first. */
@Configuration(proxyBeanMethods = false)
class MessagesConfiguration {

    /** The language of the product when nobody asks for another. */
    static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    @Bean
    @Primary
    MessageSource messageSource() {
        var source = new ResourceBundleMessageSource();
        source.setBasenames(Stream.of(
                        "command",
                        "audit",
                        "agency",
                        "document",
                        "procedure",
                        "dossier",
                        "deadline",
                        "interconnection",
                        "worklist",
                        "notification",
                        "citizen",
                        "reporting",
                        "design",
                        "operations",
                        "web")
                .map("messages/"::concat)
                .toArray(String[]::new));
        source.setDefaultEncoding(StandardCharsets.UTF_8.name());
        source.setDefaultLocale(VIETNAMESE);
        source.setFallbackToSystemLocale(false);
        return source;
    }
}
