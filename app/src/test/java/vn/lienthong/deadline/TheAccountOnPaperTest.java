package vn.lienthong.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static vn.lienthong.agency.calendar.Offices.at;

import com.jayway.jsonpath.JsonPath;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import vn.lienthong.document.print.ReadingAloud;
import vn.lienthong.testing.Browser;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.workflow.TimeMachine;

/** A dossier of 20 November 2026 that was paused, went on and was extended. */
@ModuleTest
class TheAccountOnPaperTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc web;

    @Autowired
    Database database;

    @Autowired
    TimeMachine time;

    private Walk walk;

    @BeforeEach
    void aDossierWithAHistory() throws Exception {
        database.empty();
        walk = Walk.of(context, "01-two-items-morning");
        walk.supplementAsked(walk.number, "hotich");
        time.set(at("2026-11-25 09:00"));
        walk.supplemented(walk.number, "tiepnhan");
        time.set(at("2026-11-26 09:00"));
        int wish = JsonPath.read(
                answer(
                                post("/api/v1/dossiers/" + walk.number + "/extensions")
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .content("{\"amount\": 2, \"reason\": \"Chờ xác minh nơi cư trú cũ\"}"),
                                "hotich")
                        .getContentAsString(),
                "$.id");
        answer(post("/api/v1/extensions/" + wish + "/grant"), "lanhdao");
    }

    @AfterEach
    void now() {
        time.reset();
    }

    @Test
    void it_says_which_days_count_which_do_not_and_by_which_notice_who_paused_and_who_extended() throws Exception {
        var text = ReadingAloud.of(answer(get("/api/v1/dossiers/" + walk.number + "/deadline/pdf"), "hotich")
                .getContentAsByteArray());

        assertThat(text)
                .contains("DIỄN GIẢI NGÀY HẸN TRẢ KẾT QUẢ", walk.number.value())
                .contains("Hẹn trả kết quả: 17:00 04/12/2026", "Hẹn trả lần đầu: 17:00 30/11/2026")
                .contains("Nghỉ hằng tuần", "Tính ")
                .contains("Lý do: Thiếu bản chính giấy báo tử. Căn cứ: 118/2025/NĐ-CP. Người ghi nhận: ")
                .contains("Gia hạn 2 ngày làm việc")
                .contains("Lý do: Chờ xác minh nơi cư trú cũ. Người đề nghị: ", "Người duyệt: Nguyễn Hữu Phước")
                .contains("Công an phường An Hòa", "Sổ ghi thời hạn")
                .as("an extension is no earlier part")
                .doesNotContain("Khâu trước kết thúc ngày 02/12/2026")
                .doesNotContain("Nguyễn Thị Thanh Hà", "null", "??", "#");
    }

    @Test
    void it_tells_the_same_in_english() throws Exception {
        var text = ReadingAloud.of(answer(
                        get("/api/v1/dossiers/" + walk.number + "/deadline/pdf").header("Accept-Language", "en"),
                        "hotich")
                .getContentAsByteArray());

        assertThat(text)
                .contains("HOW THE PROMISED DATE WAS REACHED", "Result promised for: 17:00 04/12/2026")
                .contains("Proposed by ", "An Hoa Ward Police")
                .doesNotContain("null", "??");
    }

    @ParameterizedTest
    @EnumSource(names = {"PDFA_2_U", "PDFUA_1"})
    void it_can_be_archived_and_read_aloud(PDFAFlavour flavour) throws Exception {
        var pdf = answer(get("/api/v1/dossiers/" + walk.number + "/deadline/pdf"), "hotich")
                .getContentAsByteArray();

        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            assertThat(validator.validate(parser).getTestAssertions()).isEmpty();
        }
    }

    @Test
    void the_holder_of_the_receipt_gets_it_and_nobody_else() throws Exception {
        var address = "/api/v1/public/dossiers/" + walk.number + "/deadline";

        var holders = web.perform(get(address).param("secret", walk.dossier().secret()))
                .andReturn()
                .getResponse();
        var guessed = web.perform(get(address).param("secret", "AAAAAAAAAA")).andReturn();

        assertThat(holders.getContentType()).isEqualTo("application/pdf");
        assertThat(ReadingAloud.of(holders.getContentAsByteArray())).contains("17:00 04/12/2026");
        assertThat(guessed.getResponse().getStatus()).isEqualTo(404);
        assertThat(answer(get("/api/v1/dossiers/" + walk.number + "/deadline/pdf"), "hotich2")
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void it_is_offered_on_the_dossiers_page_and_to_the_citizen() throws Exception {
        Page officer = browser.as("hotich");
        officer.navigate("/dossiers/" + walk.number + "/deadline");
        assertThat(officer.getAttribute("a:has-text('Bản in cho người dân')", "href"))
                .isEqualTo("/dossiers/" + walk.number + "/deadline.pdf");
        assertThat(officer.isVisible("main a:has-text('Gia hạn ngày hẹn trả')"))
                .as("the promise was moved as often as it may be")
                .isFalse();
        browser.look(officer, "deadline");

        Page citizen = browser.open();
        citizen.navigate("/public/t/" + walk.number + "/" + walk.dossier().secret());
        browser.look(citizen, "tracked-why");
        Download paper = citizen.waitForDownload(() -> citizen.click("button:has-text('Vì sao hẹn ngày này')"));

        assertThat(ReadingAloud.of(Files.readAllBytes(paper.path()))).contains("DIỄN GIẢI NGÀY HẸN TRẢ KẾT QUẢ");
    }

    @Test
    void what_each_agency_used_of_its_own_time_is_told_once_it_is_done() throws Exception {
        walk.register();
        walk.finish(walk.linked("police"));

        var explanation = answer(get("/api/v1/dossiers/" + walk.number + "/deadline"), "hotich");

        List<String> verdicts = JsonPath.read(explanation.getContentAsString(), "$.legs[*].consumption.verdict");
        assertThat(verdicts).containsExactly("SLOW", "IN_TIME");
        List<String> texts = JsonPath.read(explanation.getContentAsString(), "$.legs[*].consumption.text");
        assertThat(texts.get(1)).isEqualTo("Xong trong thời hạn của mình.");
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request, String who) throws Exception {
        var response =
                web.perform(request.with(httpBasic(who, "demo"))).andReturn().getResponse();
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return response;
    }
}
