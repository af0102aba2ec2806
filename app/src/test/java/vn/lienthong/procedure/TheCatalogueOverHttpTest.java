package vn.lienthong.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.lienthong.testing.ModuleTest;

@ModuleTest
class TheCatalogueOverHttpTest {

    @Autowired
    private MockMvcTester http;

    @Test
    void the_catalogue_lists_what_is_in_force() {
        assertThat(http.get().uri("/api/v1/procedures?on=2026-11-20").with(anOfficer()))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items[*].key")
                .asArray()
                .contains("death-registration", "residence-deregistration");
        assertThat(http.get().uri("/api/v1/procedures?on=2020-01-01").with(anOfficer()))
                .bodyJson()
                .isStrictlyEqualTo("{\"items\":[],\"next\":null}");
    }

    @Test
    void one_procedure_is_told_in_the_readers_language() {
        var inEnglish = http.get()
                .uri("/api/v1/procedures/death-registration?on=2026-11-20")
                .header("Accept-Language", "en")
                .with(anOfficer());

        assertThat(inEnglish).hasStatusOk().bodyJson().satisfies(json -> {
            assertThat(json).extractingPath("$.code").isEqualTo("2.002913");
            assertThat(json).extractingPath("$.edition").isEqualTo("2026-09-01");
            assertThat(json).extractingPath("$.legs[0].budget.cutOff").isEqualTo("15:00");
            assertThat(json).extractingPath("$.legs[1].agency.name").isEqualTo("Ward police");
            assertThat(json).extractingPath("$.papers[1].describes").isEqualTo("deathNotice");
            assertThat(json).extractingPath("$.application[0]").isEqualTo("package");
            assertThat(json).extractingPath("$.forms").asArray().contains("deceased", "sign-extract");
        });
        assertThat(http.get()
                        .uri("/api/v1/procedures/death-registration")
                        .header("Accept-Language", "vi")
                        .with(anOfficer()))
                .bodyJson()
                .extractingPath("$.legs[1].agency.name")
                .isEqualTo("Công an cấp xã");
    }

    @Test
    void its_diagram_and_its_forms_can_be_shown() {
        assertThat(http.get()
                        .uri("/api/v1/procedures/death-registration/diagram")
                        .accept(MediaType.ALL)
                        .with(anOfficer()))
                .hasStatusOk()
                .hasContentType(MediaType.APPLICATION_XML)
                .bodyText()
                .contains("<bpmn:process id=\"death-registration\"");
        assertThat(http.get()
                        .uri("/api/v1/procedures/death-registration/forms/deceased")
                        .header("Accept-Language", "en")
                        .with(anOfficer()))
                .hasStatusOk()
                .bodyText()
                .contains("Last residence", "an-hoa")
                .doesNotContain("lists.communes");
    }

    @Test
    void what_does_not_exist_and_what_is_no_day_are_refused() {
        assertThat(http.get().uri("/api/v1/procedures/unheard-of").with(anOfficer()))
                .hasStatus(404);
        assertThat(http.get()
                        .uri("/api/v1/procedures/death-registration/forms/unheard-of")
                        .with(anOfficer()))
                .hasStatus(404);
        assertThat(http.get().uri("/api/v1/procedures?on=tomorrow").with(anOfficer()))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.problems[0]")
                .asMap()
                .containsAllEntriesOf(Map.of("field", "on", "code", "malformed"));
    }

    private static RequestPostProcessor anOfficer() {
        return httpBasic("tiepnhan", "demo");
    }
}
