package vn.lienthong.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.testing.Browser;
import vn.lienthong.testing.ModuleTest;

@ModuleTest
class FacesTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void every_part_is_legible_and_reachable(String language) {
        Page page = open("/design/faces?lang=" + language);

        browser.look(page, "faces-" + language);
    }

    @Test
    void the_chosen_language_stays_chosen() {
        Page page = open("/design/faces?lang=en");

        page.navigate("/design/faces");

        assertThat(page.getAttribute("html", "lang")).isEqualTo("en");
        assertThat(page.innerText("main")).contains("working days left");
    }

    @Test
    void the_summary_of_errors_has_the_focus_and_leads_to_the_field() {
        Page page = open("/design/faces");

        page.waitForSelector("[data-error-summary]:focus");
        page.click("[data-error-summary] a");

        page.waitForSelector("#sample-date:focus");
    }

    @Test
    void what_the_server_refused_stands_at_the_field_of_the_form() {
        Page page = open("/design/faces");

        assertThat(page.innerText("[id='data.deceased.diedAt']"))
                .contains("Thời điểm mất không được sau thời điểm tiếp nhận hồ sơ.");
    }

    @Test
    void an_incomplete_form_is_not_sent_but_says_what_is_missing() {
        Page page = open("/design/faces");

        page.click("form[data-island=form] button[value=accept]");

        assertThat(page.innerText("[data-island-summary]"))
                .contains("Giấy tờ chứng minh việc chết: Chưa nhập thông tin này.");
        assertThat(page.url()).endsWith("/design/faces");
    }

    @Test
    void keys_move_pick_and_help() {
        Page page = open("/design/faces");

        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("x");

        assertThat((String) page.evaluate(
                        "document.activeElement.closest('[data-row]').querySelector('.nums').textContent"))
                .isEqualTo("H99.12-261120-0002");
        assertThat(page.innerText("[data-picked-count]")).isEqualTo("1");

        page.keyboard().press("?");
        assertThat(page.isVisible("dialog#keys")).isTrue();
    }

    @Test
    void no_key_fires_inside_a_field_or_when_switched_off() {
        Page page = open("/design/faces");

        page.keyboard().press("/");
        page.keyboard().type("jk?x");
        assertThat(page.inputValue("#find")).isEqualTo("jk?x");
        assertThat(page.isVisible("dialog#keys")).isFalse();

        page.click("[data-show-keys]");
        page.uncheck("#keys-on");
        page.click("dialog#keys button");
        page.keyboard().press("?");
        assertThat(page.isVisible("dialog#keys")).isFalse();
    }

    @Test
    void the_login_page_says_what_went_wrong() {
        Page page = browser.open();
        page.navigate("/login");
        page.fill("#username", "tiepnhan");
        page.fill("#password", "sai");
        page.click("main button[type=submit]");

        page.waitForSelector("[data-error-summary]:focus");
        browser.look(page, "login-failed");
    }

    @Test
    void an_unknown_address_is_answered_with_a_page() {
        Page page = browser.as("thietke");

        page.navigate("/nowhere");

        assertThat(page.innerText("h1")).isEqualTo("Không tìm thấy");
        browser.look(page, "not-found");
    }

    private static Page open(String address) {
        Page page = browser.as("thietke");
        page.navigate(address);
        page.waitForSelector("[data-island=form][data-ready]");
        page.waitForSelector("[data-island=position][data-ready]");
        return page;
    }
}
