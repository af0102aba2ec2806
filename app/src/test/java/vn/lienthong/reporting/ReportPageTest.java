package vn.lienthong.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import vn.lienthong.testing.ModuleTest;

@ModuleTest
class ReportPageTest {

    @Autowired
    MockMvc web;

    @Test
    void a_supervisor_gets_the_page_in_both_languages() throws Exception {
        assertThat(page("giamsat", "vi"))
                .contains("Báo cáo", "Đếm phần việc của từng cơ quan")
                .doesNotContain("??");
        assertThat(page("giamsat", "en")).contains("Reports", "not dossiers").doesNotContain("??");
    }

    @Test
    void an_officer_is_told_that_it_is_not_for_officers() throws Exception {
        MockHttpServletResponse response =
                web.perform(get("/reports").with(user("hotich"))).andReturn().getResponse();

        assertThat(response.getStatus()).isEqualTo(403);
    }

    @Test
    void the_api_says_what_a_figure_counts() throws Exception {
        MockHttpServletResponse response = web.perform(
                        get("/api/v1/reports/on-time?of=dossiers&from=2026-11-01&until=2026-11-30")
                                .with(httpBasic("giamsat", "demo")))
                .andReturn()
                .getResponse();

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentAsString())
                .contains(
                        "\"counted\":\"DOSSIERS\"",
                        "\"from\":\"2026-11-01\"",
                        "\"until\":\"2026-11-30\"",
                        "\"items\":");
    }

    @Test
    void an_end_before_the_beginning_is_a_fault_of_the_input() throws Exception {
        MockHttpServletResponse response = web.perform(get("/api/v1/reports/on-time?from=2026-11-30&until=2026-11-01")
                        .with(httpBasic("giamsat", "demo")))
                .andReturn()
                .getResponse();

        assertThat(response.getStatus()).isEqualTo(422);
    }

    private String page(String reader, String language) throws Exception {
        MockHttpServletResponse response = web.perform(
                        get("/reports").with(user(reader)).param("lang", language))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).isEqualTo(200);
        return response.getContentAsString();
    }
}
