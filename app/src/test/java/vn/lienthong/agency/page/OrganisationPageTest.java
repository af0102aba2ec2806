package vn.lienthong.agency.page;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.lienthong.testing.ModuleTest;

@ModuleTest
class OrganisationPageTest {

    private final MockMvc mvc;

    @Autowired
    OrganisationPageTest(MockMvc mvc) {
        this.mvc = mvc;
    }

    @ParameterizedTest
    @ValueSource(strings = {"nghiepvu", "giamsat"})
    void shows_units_and_officers_by_duty(String reader) throws Exception {
        mvc.perform(get("/organisation").with(user(reader)))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Ủy ban nhân dân phường An Hòa"),
                                containsString("H99.12"),
                                containsString("Công chức thụ lý:"),
                                containsString("Lê Minh Tuấn"),
                                not(containsString("??")))));
    }

    @Test
    void shows_the_organisation_of_another_day() throws Exception {
        mvc.perform(get("/organisation").param("on", "2025-06-30").with(user("nghiepvu")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Không có đơn vị nào vào ngày này")));
    }

    @Test
    void shows_the_days_and_hours_of_a_confirmed_year() throws Exception {
        mvc.perform(get("/organisation/calendars").param("year", "2026").with(user("giamsat")))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Thứ Hai – Thứ Sáu"),
                                containsString("07:30–11:30, 13:00–17:00"),
                                containsString("24/11/2026"),
                                containsString("Ngày Văn hóa Việt Nam"),
                                not(containsString("chưa có thông báo chính thức")),
                                not(containsString("??")))));
    }

    @Test
    void flags_a_year_that_nobody_has_confirmed() throws Exception {
        mvc.perform(get("/organisation/calendars").param("year", "2027").with(user("giamsat")))
                .andExpect(content().string(containsString("Lịch nghỉ năm 2027 chưa có thông báo chính thức")));
        mvc.perform(get("/organisation/calendars")
                        .param("year", "2027")
                        .param("lang", "en")
                        .with(user("giamsat")))
                .andExpect(content()
                        .string(allOf(
                                containsString("No official notice for 2027 has been entered yet"),
                                containsString("Monday"),
                                not(containsString("??")))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/organisation", "/organisation/calendars"})
    void is_for_readers_only(String page) throws Exception {
        mvc.perform(get(page).with(user("hotich")))
                .andExpect(status().isForbidden())
                .andExpect(content().string(containsString("Trang này dành cho quản trị nghiệp vụ")));
    }
}
