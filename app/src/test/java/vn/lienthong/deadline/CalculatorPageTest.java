package vn.lienthong.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.lienthong.testing.Browser;
import vn.lienthong.testing.ModuleTest;

@ModuleTest
class CalculatorPageTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Test
    void an_officer_asks_what_if_it_were_received_after_the_cut_off() {
        Page page = browser.as("hotich");
        page.navigate("/deadlines/calculator");
        page.fill("#startedAt", "2026-11-20T15:20");
        page.selectOption("[id='budget.unit']", "SAME_DAY");
        page.fill("#cutOff", "15:00");
        page.click("main button[type=submit]");

        assertThat(page.innerText("#answer h2")).isEqualTo("Hạn giải quyết: 23/11/2026 17:00");
        assertThat(page.innerText("#answer ol"))
                .contains("Nhận từ 15:00 trở đi nên tính như nhận vào ngày làm việc tiếp theo, 23/11/2026.");
        assertThat(page.inputValue("#cutOff")).isEqualTo("15:00");
        browser.look(page, "calculator");
    }

    @Test
    void what_is_wrong_with_the_question_stands_on_top_and_leads_to_the_field() {
        Page page = browser.as("hotich");
        page.navigate("/deadlines/calculator?lang=en&calendar=ward&startedAt=2026-11-20T15:20&budget.unit=WORKING_DAY");

        assertThat(page.innerText("[data-error-summary]")).contains("Time allowed: This is required.");
        page.click("[data-error-summary] a");
        page.waitForSelector("[id='budget.amount']:focus");
        browser.look(page, "calculator-faults");
    }
}
