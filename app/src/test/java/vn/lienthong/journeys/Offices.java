package vn.lienthong.journeys;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.lienthong.testing.Browser;

/** Officers at their desks: each opens the next step of the worklist and takes the ordinary way on. */
final class Offices {

    private final Browser browser;
    private final Map<String, Page> desks = new LinkedHashMap<>();

    Offices(Browser browser, List<String> officers) {
        this.browser = browser;
        officers.forEach(officer -> desks.put(officer, browser.as(officer)));
    }

    Page desk(String officer) {
        return desks.computeIfAbsent(officer, browser::as);
    }

    /**
     * Everybody does what lies on the desk until nothing is left to do today.
     *
     * @return who did what, in order: "hotich: Thẩm tra, ghi vào Sổ đăng ký khai tử"
     */
    List<String> workOff(String... except) {
        List<String> done = new ArrayList<>();
        boolean busy = true;
        while (busy) {
            busy = false;
            for (Map.Entry<String, Page> desk : desks.entrySet()) {
                while (!List.of(except).contains(desk.getKey()) && next(desk.getValue())) {
                    done.add(desk.getKey() + ": " + complete(desk.getValue()));
                    busy = true;
                }
            }
        }
        return done;
    }

    private static boolean next(Page page) {
        page.navigate("/worklist?queue=team");
        page.waitForSelector("tbody [data-open], .empty-state");
        if (page.locator("tbody [data-open]").count() == 0) {
            return false;
        }
        page.locator("tbody [data-open]").first().click();
        page.waitForURL("**/tasks/**");
        return true;
    }

    private static String complete(Page page) {
        page.waitForSelector("[data-island=form][data-ready]");
        page.locator(".outcomes .btn-primary").click();
        page.waitForCondition(() -> page.url().endsWith("/worklist/done") || page.isVisible(".error-summary"));
        if (page.isVisible(".error-summary")) {
            throw new AssertionError(page.innerText("h1") + ": " + page.innerText(".error-summary"));
        }
        return page.innerText(".outcome-panel h1");
    }
}
