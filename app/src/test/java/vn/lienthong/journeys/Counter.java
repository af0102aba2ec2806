package vn.lienthong.journeys;

import com.microsoft.playwright.Page;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.lienthong.testing.Browser;
import vn.lienthong.testing.FormFilling;
import vn.lienthong.testing.SampleDossier;

/** An officer at the counter who types what the family says. */
final class Counter {

    private final Browser browser;
    private final Page page;
    private final SampleDossier sample;

    Counter(Browser browser, Page page, SampleDossier sample) {
        this.browser = browser;
        this.page = page;
        this.sample = sample;
    }

    /** Chooses the procedure and comes to the list of topics. */
    void begin() {
        page.navigate("/reception");
        browser.look(page, "reception-choose");
        page.locator("form:has(input[name=procedure][value='" + sample.procedure() + "']) button[value=COUNTER]")
                .click();
        page.waitForSelector(".task-list");
        browser.look(page, "reception-tasks");
    }

    /** Answers every topic in turn and comes to the page on which everything is checked. */
    void answer() {
        page.locator(".task-list a").first().click();
        while (!page.url().endsWith("/check")) {
            String topic = page.url().replaceAll(".*/", "");
            if (topic.equals("papers")) {
                papers();
            } else {
                Map<String, Object> all = new LinkedHashMap<>(sample.data());
                all.put("applicant", sample.applicant());
                FormFilling.fill(page, all);
            }
            browser.look(page, "reception-" + topic);
            page.click("button[name=then][value=next]");
            page.waitForCondition(() -> !page.url().endsWith("/" + topic) || page.isVisible(".error-summary"));
            if (page.url().endsWith("/" + topic)) {
                throw new AssertionError(topic + ": " + page.innerText(".error-summary"));
            }
        }
    }

    /** @return number of the dossier */
    String receive() {
        page.click("form[action$='/receive'] button");
        page.waitForURL("**/reception/received/**");
        return page.innerText(".big-number");
    }

    private void papers() {
        for (Map<String, Object> paper : sample.papers()) {
            page.selectOption("[id='form-" + paper.get("code") + "']", String.valueOf(paper.get("form")));
        }
    }
}
