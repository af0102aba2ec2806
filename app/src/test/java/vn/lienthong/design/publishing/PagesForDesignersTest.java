package vn.lienthong.design.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.NothingPublished;
import vn.lienthong.procedure.PublishedEditions;
import vn.lienthong.testing.Browser;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.workflow.TimeMachine;

@ModuleTest
class PagesForDesignersTest {

    private static final String KEY = "residence-deregistration";

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    Catalogue catalogue;

    @Autowired
    PublishedEditions published;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Database database;

    @Autowired
    TimeMachine time;

    @BeforeEach
    void inNovember() {
        database.empty();
        time.set(Instant.parse("2026-11-20T02:00:00Z"));
    }

    @AfterEach
    void now() {
        time.reset();
        database.empty();
        NothingPublished.again(jdbc, published);
    }

    @Test
    void a_designer_starts_where_editions_are_sent() {
        Page page = browser.as("thietke");

        page.navigate("/");

        assertThat(page.url()).endsWith("/design");
        assertThat(page.innerText("main")).contains("Đang áp dụng");
        browser.look(page, "design");
    }

    @Test
    void what_is_wrong_is_said_element_by_element() {
        Page page = browser.as("thietke");

        send(page, description().replace("agency: police", "agency: polise"));

        assertThat(page.innerText("main")).contains("Còn lỗi").contains("polise");
        browser.look(page, "design-faulty");
    }

    @Test
    void one_sends_another_approves() {
        Page designer = browser.as("thietke");
        send(designer, description());
        assertThat(designer.innerText("main")).contains("Chờ duyệt").contains("Nên sửa");
        assertThat(designer.isVisible("#decision")).isFalse();
        String draft = designer.url();

        Page approver = browser.as("nghiepvu");
        approver.navigate(draft);
        approver.waitForSelector("[data-island=position][data-ready]");
        browser.look(approver, "design-to-approve");
        approver.fill("#decision", "12/QĐ-UBND");
        approver.click("button:has-text('Duyệt, áp dụng từ 01/12/2026')");

        approver.waitForSelector("main:has-text('Đã duyệt')");
        assertThat(approver.innerText("main")).contains("12/QĐ-UBND");
        approver.navigate("/design");
        assertThat(approver.innerText("main")).contains("Sắp áp dụng");
    }

    @Test
    void an_edition_is_shown_and_taken_out_of_force() {
        Page page = browser.as("nghiepvu");
        page.navigate("/design/procedures/" + KEY + "/"
                + catalogue.edition(KEY, LocalDate.parse("2026-11-20")).ref().edition());
        page.waitForSelector("[data-island=position][data-ready]");
        browser.look(page, "design-edition");

        page.fill("#decision", "15/QĐ-UBND");
        page.fill("#reason", "Luật mới");
        page.click("button:has-text('Thôi áp dụng')");

        assertThat(page.innerText(".error-summary"))
                .contains("Liên thông điện tử: đăng ký khai tử, xóa đăng ký thường trú");
        assertThat(page.inputValue("#reason")).isEqualTo("Luật mới");
        browser.look(page, "design-refused");
    }

    @Test
    void which_folder_it_is_has_to_be_said() {
        Page page = browser.as("thietke");
        page.navigate("/design");
        page.setInputFiles(
                "#files",
                new FilePayload("procedure.yml", "text/yaml", description().getBytes(StandardCharsets.UTF_8)));
        page.click("button:has-text('Gửi và kiểm tra')");

        page.waitForSelector("[data-error-summary]:focus");
        browser.look(page, "design-unnamed");
    }

    private static void send(Page page, String description) {
        page.navigate("/design");
        page.fill("#procedure", KEY);
        page.fill("#edition", "2026-12-01");
        page.setInputFiles(
                "#files", new FilePayload("procedure.yml", "text/yaml", description.getBytes(StandardCharsets.UTF_8)));
        page.click("button:has-text('Gửi và kiểm tra')");
        page.waitForURL("**/design/editions/*");
    }

    private String description() {
        var now = catalogue.edition(KEY, LocalDate.parse("2026-11-20"));
        return Objects.requireNonNull(catalogue.procedure(now.ref()).folder().text("procedure.yml")) + "\nbasedOn: \""
                + now.ref().edition() + "\"\n";
    }
}
