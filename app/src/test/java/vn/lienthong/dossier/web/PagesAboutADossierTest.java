package vn.lienthong.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.dossier.Application;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Receiving;
import vn.lienthong.testing.Browser;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.workflow.TimeMachine;

@ModuleTest
class PagesAboutADossierTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    Receiving receiving;

    @Autowired
    CurrentCaller callers;

    @Autowired
    TimeMachine time;

    @Autowired
    Database database;

    @Autowired
    JdbcClient jdbc;

    private String number = "";

    @BeforeEach
    void aReceivedDossier() throws IOException {
        database.empty();
        number = received("05-merit-two-agencies").value();
    }

    @AfterEach
    void now() {
        time.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void everything_about_a_dossier_is_legible(String language) {
        Page page = open("hotich", "?lang=" + language);

        page.waitForSelector("[data-island=position][data-ready]");
        page.waitForSelector(".reckoning li");

        browser.look(page, "dossier-" + language);
    }

    @Test
    void what_was_chosen_from_a_list_is_said_in_words() {
        Page page = open("hotich", "");

        assertThat(page.innerText("section[aria-labelledby=content-title]"))
                .contains("Phường An Hòa", "Tỉnh minh họa")
                .doesNotContain("an-hoa", "demo");
    }

    @Test
    void the_list_beside_the_drawing_says_what_the_drawing_shows() {
        Page page = open("hotich", "");
        page.waitForSelector("[data-island=position][data-ready]");

        assertThat(page.locator(".steps [aria-current=step]").count())
                .isEqualTo(page.locator(".djs-element.at-active, .djs-element.at-late")
                        .count());
        assertThat(page.isVisible(".bjs-powered-by")).isTrue();
    }

    @Test
    void a_paper_is_added_and_a_wrong_file_refused_with_a_reason() {
        Page page = open("tiepnhan", "");
        page.click("details summary:has-text('Thêm giấy tờ')");
        page.selectOption("#paper", "giay-bao-tu");
        page.setInputFiles(
                "#file",
                new FilePayload("trang.pdf", "application/pdf", "không phải PDF".getBytes(StandardCharsets.UTF_8)));
        page.click("button:has-text('Tải lên')");

        page.waitForSelector("[data-error-summary]:focus");
        browser.look(page, "dossier-wrong-file");
    }

    @Test
    void a_dossier_is_found_by_number_name_and_identity_number() {
        Page page = browser.as("tiepnhan");

        page.navigate("/dossiers?q=" + number);
        assertThat(page.url()).endsWith("/dossiers/" + number);
        page.navigate("/dossiers?q=nguyễn");
        assertThat(page.locator("tbody tr").count()).isPositive();
        page.navigate("/dossiers?q=" + Normalizer.normalize("nguyễn", Normalizer.Form.NFD));
        assertThat(page.locator("tbody tr").count())
                .as("as some keyboards write it")
                .isPositive();
        browser.look(page, "dossiers");
        page.navigate("/dossiers?q=nobody");

        assertThat(page.isVisible(".empty-state")).isTrue();
        browser.look(page, "dossiers-none");
    }

    @Test
    void a_result_that_lies_ready_is_not_called_late() {
        jdbc.sql("update dossier.dossier set state = 9, ready_at = promised_at - interval '1 hour' where number = ?")
                .param(number)
                .update();
        time.set(time.now().plus(Duration.ofDays(60)));
        Page page = browser.as("tiepnhan");

        page.navigate("/dossiers?q=nguyễn");

        assertThat(page.innerText("tbody")).doesNotContainIgnoringCase("quá hạn");
    }

    @Test
    void an_applicant_withdraws_with_a_reason() {
        Page page = open("tiepnhan", "");

        page.click("a:has-text('Người nộp xin rút hồ sơ')");
        browser.look(page, "withdrawal");
        page.fill("#reason", "Gia đình đề nghị nộp lại sau.");
        page.click("main form button[type=submit]");
        page.waitForURL("**/dossiers/" + number);

        assertThat(page.innerText(".identity-bar")).contains("Công dân đã rút hồ sơ");
        assertThat(page.isVisible("a:has-text('Người nộp xin rút hồ sơ')")).isFalse();
    }

    @Test
    void an_extension_is_asked_for_with_a_reason_and_moves_nothing_yet() {
        Page page = open("tiepnhan", "/extension");

        page.fill("#amount", "2");
        page.fill("#reason", "Chờ xác minh tại nơi cư trú cũ.");
        page.selectOption("#approver", "lanhdao");
        browser.look(page, "extension");
        page.click("main form button[type=submit]");
        page.waitForURL("**/dossiers/" + number);

        assertThat(page.innerText(".identity-bar")).doesNotContain("Hạn ban đầu");
        assertThat(page.innerText("main")).contains("Đề nghị gia hạn ngày hẹn trả kết quả");
    }

    @Test
    void a_dossier_of_somebody_elses_unit_is_not_there() {
        Page page = open("congan2", "");

        assertThat(page.innerText("h1")).isEqualTo("Không tìm thấy");
    }

    private Page open(String username, String rest) {
        Page page = browser.as(username);
        page.navigate("/dossiers/" + number + rest);
        return page;
    }

    private DossierNumber received(String file) throws IOException {
        try (InputStream in =
                PagesAboutADossierTest.class.getResourceAsStream("/cases/death-registration/" + file + ".json")) {
            Map<String, Object> sample =
                    JsonMapper.builder().build().readValue(in, new TypeReference<Map<String, Object>>() {});
            time.set(OffsetDateTime.parse(String.valueOf(sample.get("receivedAt")))
                    .toInstant());
            Map<?, ?> request = (Map<?, ?>) Objects.requireNonNull(sample.get("request"));
            return callers.as(
                    "tiepnhan",
                    () -> receiving.receive(new Application(
                            String.valueOf(request.get("procedure")),
                            request.get("channel"),
                            request.get("applicant"),
                            request.get("data"),
                            request.get("papers"))));
        }
    }
}
