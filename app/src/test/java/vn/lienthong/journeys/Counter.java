package vn.lienthong.journeys;

import com.microsoft.playwright.Page;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import vn.lienthong.testing.FormFilling;
import vn.lienthong.testing.SampleDossier;

/** An officer at the counter who types what the family says. */
final class Counter {

    private final Page page;
    private final SampleDossier sample;
    private final Consumer<String> onEachPage;

    Counter(Page page, SampleDossier sample) {
        this(page, sample, name -> {});
    }

    /** @param onEachPage gets a name for every page that the officer comes to, filled in */
    Counter(Page page, SampleDossier sample, Consumer<String> onEachPage) {
        this.page = page;
        this.sample = sample;
        this.onEachPage = onEachPage;
    }

    /** Chooses the procedure and comes to the list of topics. */
    void begin() {
        page.navigate("/reception");
        onEachPage.accept("reception-choose");
        page.locator("form:has(input[name=procedure][value='" + sample.procedure() + "']) button[value=COUNTER]")
                .click();
        page.waitForSelector(".task-list");
        onEachPage.accept("reception-tasks");
    }

    /** Answers every topic in turn and comes to the page on which everything is checked. */
    void answer() {
        page.locator(".task-list a").first().click();
        answerFromHere();
    }

    /** The same from the topic that is open now. */
    void answerFromHere() {
        while (!page.url().endsWith("/check")) {
            String topic = page.url().replaceAll(".*/", "");
            if (topic.equals("papers")) {
                papers();
            } else {
                Map<String, Object> all = new LinkedHashMap<>(sample.data());
                all.put("applicant", sample.applicant());
                FormFilling.fill(page, all);
            }
            onEachPage.accept("reception-" + topic);
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
