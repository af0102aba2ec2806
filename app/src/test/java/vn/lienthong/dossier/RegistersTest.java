package vn.lienthong.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.NotFound;
import vn.lienthong.document.print.ReadingAloud;
import vn.lienthong.testing.Browser;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.testing.SampleDossier;
import vn.lienthong.workflow.TimeMachine;

@ModuleTest
class RegistersTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-20");

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    Registers registers;

    @Autowired
    Receiving receiving;

    @Autowired
    CurrentCaller caller;

    @Autowired
    Database database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TimeMachine time;

    private final SampleDossier sample = SampleDossier.of("death-registration/01-two-items-morning");

    @BeforeEach
    void anEmptyBook() {
        database.empty();
        time.set(sample.receivedAt());
    }

    @AfterEach
    void now() {
        time.reset();
    }

    @Test
    void the_book_has_what_the_unit_received_in_the_period_with_who_took_the_result() throws IOException {
        DossierNumber first = received();
        DossierNumber second = received();
        jdbc.sql("""
                        insert into dossier.handed_over
                            (dossier, round, at, officer, unit, method, collector, signed_on_paper)
                        values (:number, 1, now(), 'traketqua', 'an-hoa-mot-cua', 'POST', '{"fullName": "Nguyễn Văn Hải"}', false)
                        """).param("number", first.value()).update();

        String book = book("tiepnhan", DAY, DAY);

        assertThat(book)
                .contains("SỔ THEO DÕI HỒ SƠ Từ ngày 20/11/2026 đến ngày 20/11/2026")
                .contains(first.value(), second.value(), "Nguyễn Thị Thanh Hà", "Số 12, tổ 5, phường An Hòa")
                .contains("Tư pháp - hộ tịch phường An Hòa", "17:00 30/11/2026")
                .contains("Qua dịch vụ bưu chính công ích", "Nguyễn Văn Hải", "Tổng số: 2 hồ sơ")
                .doesNotContain("null");
    }

    @Test
    void what_came_on_other_days_is_on_other_pages() throws IOException {
        received();

        assertThat(book("tiepnhan", DAY.plusDays(1), DAY.plusDays(9))).contains("không tiếp nhận hồ sơ nào");
    }

    @Test
    void who_supervises_reads_it_and_nobody_of_another_ward() throws IOException {
        DossierNumber number = received();

        assertThat(book("giamsat", DAY, DAY)).contains(number.value());
        assertThatThrownBy(() -> book("giamsat2", DAY, DAY)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> book("quantri", DAY, DAY)).isInstanceOf(NotFound.class);
    }

    @Test
    void a_period_does_not_end_before_it_begins() {
        assertThatThrownBy(() -> book("tiepnhan", DAY, DAY.minusDays(1))).isInstanceOf(InvalidInput.class);
    }

    @Test
    void it_is_asked_for_on_a_page() {
        Page page = browser.as("giamsat");
        page.navigate("/dossiers");
        page.click("a:has-text('Sổ theo dõi hồ sơ')");
        browser.look(page, "register");

        assertThat(page.inputValue("#from")).isEqualTo("2026-11-01");
        assertThat(page.inputValue("#to")).isEqualTo("2026-11-20");
    }

    private String book(String officer, LocalDate from, LocalDate to) throws IOException {
        return ReadingAloud.of(caller.as(officer, () -> registers.print("an-hoa-mot-cua", from, to)));
    }

    private DossierNumber received() {
        return caller.as(
                "tiepnhan",
                () -> receiving.receive(new Application(
                        sample.procedure(), "COUNTER", sample.applicant(), sample.data(), sample.papers())));
    }
}
