package vn.lienthong.procedure;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.HierarchicalMessageSource;
import org.springframework.context.MessageSource;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.stereotype.Component;

/**
 * Makes the sentences that a procedure's folder has for faults of its own ({@code problem.survivor-needs-…}) known to the
 * application's messages. The newest edition's sentence is told.
 */
@Component
class ProcedureMessages implements SmartInitializingSingleton {

    private static final String OF_FAULTS = "problem.";

    private final Catalogue catalogue;
    private final MessageSource messages;

    ProcedureMessages(Catalogue catalogue, MessageSource messages) {
        this.catalogue = catalogue;
        this.messages = messages;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (messages instanceof HierarchicalMessageSource application && application.getParentMessageSource() == null) {
            application.setParentMessageSource(new Sentences(catalogue));
        }
    }

    /** No bean: the application has one message source, and this is only behind it. */
    static final class Sentences extends AbstractMessageSource {

        private final Catalogue catalogue;

        Sentences(Catalogue catalogue) {
            this.catalogue = catalogue;
        }

        @Override
        protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
            return sentence(code, locale)
                    .map(sentence -> new MessageFormat(sentence, locale))
                    .orElse(null);
        }

        @Override
        protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
            return sentence(code, locale).orElse(null);
        }

        private Optional<String> sentence(String code, Locale locale) {
            if (!code.startsWith(OF_FAULTS)) {
                return Optional.empty();
            }
            return catalogue.all().stream()
                    .flatMap(procedure -> procedure.texts().text(code, locale).stream())
                    .reduce((earlier, later) -> later);
        }
    }
}
