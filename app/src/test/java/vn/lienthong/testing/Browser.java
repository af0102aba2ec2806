package vn.lienthong.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Chromium for a {@link ModuleTest}; declare it as {@code @RegisterExtension static final Browser browser = new Browser()}.
 *
 * <p>One Chromium serves a test run, every page has a session of its own. A test fails when a page wrote an error to the
 * console, which is also where a breach of the content security policy appears. Without Chromium (Debian's package
 * {@code chromium}, or the path in {@code LIENTHONG_CHROMIUM}) the tests are skipped and say so.
 */
public final class Browser implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback {

    public static final int DESKTOP = 1280;
    public static final int PHONE = 390;

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final List<String> WCAG =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /** Checking a password takes a second on purpose; the sessions of a run are kept. */
    private static final Map<String, String> LOGGED_IN = new ConcurrentHashMap<>();

    private final List<BrowserContext> sessions = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private String address = "";

    @Override
    public void beforeAll(ExtensionContext context) {
        Path chromium = Chromium.path();
        Assumptions.assumeTrue(
                Files.isExecutable(chromium),
                () -> "No Chromium at " + chromium + ": install Debian's package chromium or set LIENTHONG_CHROMIUM");
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        address = "http://localhost:"
                + SpringExtension.getApplicationContext(context)
                        .getEnvironment()
                        .getRequiredProperty("local.server.port");
    }

    @Override
    public void afterEach(ExtensionContext context) {
        sessions.forEach(BrowserContext::close);
        sessions.clear();
        List<String> said = List.copyOf(complaints);
        complaints.clear();
        assertThat(said).as("errors in the console").isEmpty();
    }

    /** A page in a session of its own, 1280 wide; addresses are relative to the application. */
    public Page open() {
        return open(null, true);
    }

    /** The same as {@link #as}, in a browser that runs no script. */
    public Page withoutScript(String username) {
        as(username);
        return open(LOGGED_IN.get(address + username), false);
    }

    private Page open(@Nullable String cookies, boolean script) {
        BrowserContext session = Chromium.running()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setBaseURL(address)
                        .setStorageState(cookies)
                        .setJavaScriptEnabled(script)
                        .setLocale("vi-VN")
                        .setTimezoneId("Asia/Ho_Chi_Minh")
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setViewportSize(DESKTOP, 800));
        session.setDefaultTimeout(10_000);
        sessions.add(session);
        Page page = session.newPage();
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.onConsoleMessage(message -> {
            if ("error".equals(message.type()) && !message.text().startsWith("Failed to load resource")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        return page;
    }

    /** The same, logged in with the account's demonstration password; through the login page the first time. */
    public Page as(String username) {
        String known = LOGGED_IN.get(address + username);
        if (known != null) {
            return open(known, true);
        }
        Page page = open();
        page.navigate("/login");
        page.fill("#username", username);
        page.fill("#password", "demo");
        page.click("main button[type=submit]");
        page.waitForURL(url -> !url.contains("/login"));
        LOGGED_IN.put(address + username, page.context().storageState());
        return page;
    }

    /** Takes pictures at both widths into {@code target/screenshots}, and holds both against axe and the width. */
    public void look(Page page, String name) {
        for (int width : List.of(PHONE, DESKTOP)) {
            page.setViewportSize(width, width == PHONE ? 844 : 800);
            // The header stays in sight and would cover, in the middle of a page, what axe measures.
            page.evaluate("window.scrollTo(0, 0)");
            picture(page, name + "-" + width);
            axe(page);
            assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                    .as("width of %s at %d pixels", name, width)
                    .isLessThanOrEqualTo(width);
            assertThat(
                            (boolean)
                                    page.evaluate(
                                            "[...document.querySelectorAll('.main-nav')].every(nav => nav.scrollWidth <= nav.clientWidth)"))
                    .as("the whole navigation of %s in sight at %d pixels", name, width)
                    .isTrue();
        }
    }

    /** One picture of the whole page as it is now. */
    public void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    /** Nothing that axe knows to be wrong (WCAG 2.2 AA and good practice). */
    public void axe(Page page) {
        var violationsOnly = new AxeRunOptions();
        violationsOnly.setResultTypes(List.of("violations"));
        List<Rule> violations = new AxeBuilder(page)
                .options(violationsOnly)
                .withTags(WCAG)
                // Without frames of other origins, as here, the result needs no page of its own to be put together in.
                .setLegacyMode(true)
                .analyze()
                .getViolations();
        assertThat(violations.stream().map(Browser::describe).collect(Collectors.joining("\n")))
                .as("axe on %s", page.url())
                .isEmpty();
    }

    private static String describe(Rule rule) {
        return rule.getId() + " (" + rule.getHelp() + ")\n"
                + rule.getNodes().stream()
                        .map(node -> "    " + node.getTarget() + "  " + node.getHtml())
                        .collect(Collectors.joining("\n"));
    }

    /** The one process of a test run. */
    private static final class Chromium {

        private static com.microsoft.playwright.@Nullable Browser instance;

        static Path path() {
            return Path.of(System.getenv().getOrDefault("LIENTHONG_CHROMIUM", "/usr/bin/chromium"));
        }

        static synchronized com.microsoft.playwright.Browser running() {
            if (instance == null) {
                Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "close-chromium"));
                instance = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(path())
                                .setArgs(List.of(
                                        "--headless",
                                        "--no-sandbox",
                                        "--disable-gpu",
                                        "--disable-quic",
                                        "--no-first-run",
                                        "--disable-background-networking",
                                        "--disable-component-update",
                                        "--disable-sync")));
            }
            return instance;
        }
    }
}
