package vn.lienthong.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.audit.Verification;
import vn.lienthong.citizen.Sample;
import vn.lienthong.command.Forbidden;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.dossier.Correcting;
import vn.lienthong.dossier.Corrections;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Receiving;
import vn.lienthong.testing.Browser;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.workflow.TimeMachine;

/** What a dossier says of a person is put right at their request; what it said before is kept, and the log knows no values. */
@ModuleTest
class APersonAsksForACorrectionTest {

    private static final String REQUEST = "Đơn ngày 23/11/2026, đã đối chiếu thẻ căn cước";

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    Database database;

    @Autowired
    Receiving receiving;

    @Autowired
    Correcting correcting;

    @Autowired
    Corrections corrections;

    @Autowired
    Verification verification;

    @Autowired
    CurrentCaller caller;

    @Autowired
    TimeMachine time;

    @Autowired
    JdbcClient jdbc;

    private DossierNumber number;

    @BeforeEach
    void a_dossier() {
        database.empty();
        time.set(Sample.of("01-two-items-morning").receivedAt());
        number = caller.as(
                "tiepnhan",
                () -> receiving.receive(Sample.of("01-two-items-morning").application()));
    }

    @AfterEach
    void now() {
        database.empty();
        time.reset();
    }

    @Test
    void at_the_desk_with_old_and_new_values_in_the_history_and_in_the_export() throws IOException {
        Page page = browser.as("tiepnhan");
        page.navigate("/dossiers/" + number);
        page.click("text=Đính chính dữ liệu cá nhân");
        page.fill("[id='changes.applicant.phone']", "091");
        page.fill("#request", REQUEST);
        page.click("main form button.btn-primary");
        page.waitForSelector(".error-summary");
        assertThat(page.locator("[aria-invalid=true]").getAttribute("id")).isEqualTo("changes.applicant.phone");
        assertThat(page.innerText("[id='changes.applicant.phone-fault']")).isNotBlank();
        browser.look(page, "correction-wrong");

        page.fill("[id='changes.applicant.phone']", "0912000999");
        page.fill("[id='changes.applicant.fullName']", "Nguyễn Thị Thanh Hạ");
        page.click("main form button.btn-primary");
        page.waitForSelector("text=Đã đính chính.");
        browser.look(page, "correction");
        assertThat(page.innerText("main"))
                .contains("0912000999", "Nguyễn Thị Thanh Hà", "Nguyễn Thị Thanh Hạ", REQUEST);

        assertThat(jdbc.sql("select applicant_name || ' ' || applicant_phone from dossier.dossier where number = ?")
                        .param(number.value())
                        .query(String.class)
                        .single())
                .isEqualTo("Nguyễn Thị Thanh Hạ 0912000999");
        assertThat(jdbc.sql("select applicant || words from worklist.line where dossier = ?")
                        .param(number.value())
                        .query(String.class)
                        .single())
                .startsWith("Nguyễn Thị Thanh Hạ")
                .contains("nguyen thi thanh ha");
        assertThat(jdbc.sql("select details::text from dossier.event where what = 'data-corrected'")
                        .query(String.class)
                        .single())
                .contains("applicant.phone", REQUEST)
                .doesNotContain("0912000999", "Thanh");
        assertThat(verification.verify(null, null).findings()).isEmpty();

        page.navigate("/personal-data");
        page.fill(
                "#identity",
                jdbc.sql("select applicant_identity from dossier.dossier where number = ?")
                        .param(number.value())
                        .query(String.class)
                        .single());
        page.fill("#request", REQUEST);
        Page file = page;
        Download download = page.waitForDownload(() -> file.click("main form button.btn-quiet"));
        assertThat(Files.readString(download.path())).contains("\"was\" : \"Nguyễn Thị Thanh Hà\"", "0912000999");

        Page inspector = browser.as("thanhtra");
        inspector.navigate("/dossiers/" + number + "/corrections");
        assertThat(inspector.innerText("main")).contains("•••• 0999").doesNotContain("0912000999");
        assertThat(inspector.isVisible("main form")).isFalse();
    }

    @Test
    void a_finished_dossier_is_put_right_too_and_only_by_who_speaks_for_the_applicant() {
        jdbc.sql("update dossier.dossier set state = 10, finished_at = received_at where number = ?")
                .param(number.value())
                .update();

        assertThat(correct("tiepnhan", "deceased.fullName", "Nguyễn Văn Bính")).containsExactly("deceased.fullName");

        assertThat(caller.as("tiepnhan", () -> corrections.of(number)))
                .singleElement()
                .satisfies(one ->
                        assertThat(one.was() + " → " + one.becomes()).isEqualTo("Nguyễn Văn Bình → Nguyễn Văn Bính"));
        assertThatThrownBy(() -> correct("giamsat", "deceased.fullName", "X Y")).isInstanceOf(Forbidden.class);
    }

    @Test
    void neither_what_decides_who_is_competent_nor_what_no_form_asks_nor_nothing() {
        assertThatThrownBy(() -> correct("tiepnhan", "deceased.residence.commune", "phu-loc"))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> correct("tiepnhan", "package", "x")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> correct("tiepnhan", "deceased.fullName", " Nguyễn Văn Bình "))
                .isInstanceOf(InvalidInput.class);
        assertThat(caller.as("tiepnhan", () -> corrections.of(number))).isEmpty();
    }

    private Set<String> correct(String officer, String path, String value) {
        return caller.as(
                officer, () -> correcting.correct(number, new Correcting.Wish(Map.of(path, value), REQUEST, null)));
    }
}
