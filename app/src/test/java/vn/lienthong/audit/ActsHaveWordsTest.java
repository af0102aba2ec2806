package vn.lienthong.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.lienthong.testing.ModuleTest;

/** An inspector reads what was done in words, not in addresses. */
@ModuleTest
class ActsHaveWordsTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping addresses;

    @Autowired
    MessageSource messages;

    @Test
    void every_address_that_changes_something_has_a_name() {
        List<String> keys = addresses.getHandlerMethods().entrySet().stream()
                .filter(entry -> !entry.getValue().hasMethodAnnotation(NoCommand.class))
                .map(Map.Entry::getKey)
                .flatMap(mapping -> mapping.getMethodsCondition().getMethods().stream()
                        .filter(method -> method != RequestMethod.GET)
                        .flatMap(method -> mapping.getPatternValues().stream()
                                .map(pattern -> "audit.act." + Acts.key(method + " " + pattern))))
                .distinct()
                .sorted()
                .toList();

        assertThat(keys).hasSizeGreaterThan(50);
        assertThat(keys)
                .filteredOn(key -> String.valueOf(messages.getMessage(key, null, "", Locale.forLanguageTag("vi")))
                        .isEmpty())
                .isEmpty();
    }
}
