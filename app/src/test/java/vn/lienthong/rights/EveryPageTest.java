package vn.lienthong.rights;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.lienthong.testing.Browser;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;

/**
 * Opens every page of the product in a browser, as the first account that may: on a telephone and on a desk, held against
 * axe, the width, the words and the weight. A new page is opened without anybody naming it here.
 */
@ModuleTest
class EveryPageTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    /** Bytes of script, as they come over the wire, on a page without a canvas. */
    private static final int MOST_SCRIPT = 100_000;

    private static final List<String> ACCOUNTS = List.of(
            "hotich",
            "tiepnhan",
            "lanhdao",
            "giamsat",
            "traketqua",
            "nghiepvu",
            "thietke",
            "thanhtra",
            "vanthu",
            "giamdoc");

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    ApplicationContext beans;

    @Autowired
    Database database;

    private final Map<String, Page> sessions = new HashMap<>();

    private Map<String, String> names = Map.of();

    @BeforeEach
    void aHouseInUse() {
        database.empty();
        names = new Furniture(beans).stand("tiepnhan");
    }

    @AfterEach
    void empty_again() {
        new Furniture(beans).clear();
    }

    @Test
    void every_page_fits_reads_and_can_be_used_by_everybody() {
        List<String> addresses = requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> isPage(entry.getKey(), entry.getValue()))
                .flatMap(entry -> entry.getKey().getPatternValues().stream())
                .distinct()
                .sorted()
                .toList();
        List<String> seen = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (String address : addresses) {
            String filled = filledIn(address);
            visitor(filled).ifPresent(page -> {
                seen.add(address);
                try {
                    look(page, filled, address);
                } catch (AssertionError e) {
                    faults.add(address + ": " + e.getMessage());
                }
            });
        }

        assertThat(faults).isEmpty();
        assertThat(seen).as("pages that somebody can open").hasSizeGreaterThan(30);
    }

    private static boolean isPage(RequestMappingInfo mapping, HandlerMethod handler) {
        var methods = mapping.getMethodsCondition().getMethods();
        return handler.getBeanType().getPackageName().startsWith("vn.lienthong")
                && (methods.isEmpty() || methods.contains(RequestMethod.GET))
                && !AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), ResponseBody.class)
                && !handler.hasMethodAnnotation(ResponseBody.class)
                && handler.getReturnType().getParameterType() == String.class;
    }

    /** The session of the first account to which the address is a page. */
    private Optional<Page> visitor(String address) {
        for (String account : ACCOUNTS) {
            Page page = sessions.computeIfAbsent(account, browser::as);
            APIResponse answer = page.context().request().get(address);
            if (answer.status() == 200
                    && String.valueOf(answer.headers().get("content-type")).startsWith("text/html")) {
                return Optional.of(page);
            }
        }
        return Optional.empty();
    }

    private static void look(Page page, String filled, String address) {
        page.navigate(filled);
        page.waitForLoadState();
        browser.look(page, "page" + address.replaceAll("[{}]", "").replace('/', '-'));
        assertThat(page.locator("h1").count())
                .as("one heading says what the page is")
                .isEqualTo(1);
        assertThat(page.locator("body").innerText()).as("words for everything").doesNotContain("??");
        boolean canvas = page.locator("[data-island]").count() > 0;
        int script = ((Number) page.evaluate(
                        "performance.getEntriesByType('resource').filter(r => r.initiatorType == 'script' || r.name.endsWith('.js'))"
                                + ".reduce((sum, r) => sum + r.encodedBodySize, 0)"))
                .intValue();
        if (!canvas) {
            assertThat(script).as("bytes of script").isLessThan(MOST_SCRIPT);
        }
    }

    private String filledIn(String address) {
        String filled = address;
        for (Map.Entry<String, String> name : names.entrySet()) {
            filled = filled.replace(name.getKey(), name.getValue());
        }
        assertThat(filled).as("every name in an address stands for something").doesNotContain("{");
        return filled;
    }
}
