package vn.lienthong.dossier.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnPartsTest {

    private static final String LAN = "001183000123";
    private static final String BINH = "001048000456";

    @Test
    void what_is_said_of_others_stays_out() {
        Map<String, Object> content = Map.of(
                "package", List.of("DEATH"),
                "applicant", person("Lan", LAN),
                "deceased",
                        Map.of("fullName", "Bình", "identityNumber", BINH, "residence", Map.of("commune", "an-hoa")));

        assertThat(OwnParts.of(content, LAN)).isEqualTo(Map.of("applicant", person("Lan", LAN)));
        assertThat(OwnParts.of(content, BINH)).containsOnlyKeys("deceased");
        assertThat(OwnParts.of(content, "001000000000")).isEmpty();
    }

    @Test
    void a_person_in_a_list_and_the_others_of_that_list() {
        Map<String, Object> content =
                Map.of("household", Map.of("members", List.of(person("Lan", LAN), person("Bình", BINH))));

        assertThat(OwnParts.of(content, LAN))
                .isEqualTo(Map.of("household", Map.of("members", List.of(person("Lan", LAN)))));
    }

    @Test
    void people_within_the_own_part_stay_out_and_the_own_address_stays_in() {
        Map<String, Object> content = Map.of(
                "applicant",
                Map.of(
                        "fullName", "Lan",
                        "identityNumber", LAN,
                        "address", Map.of("detail", "Số 1"),
                        "husband", person("Bình", BINH),
                        "witness", Map.of("fullName", "Người không có số"),
                        "children", List.of(person("Bình", BINH), person("Lan", LAN))));

        assertThat(OwnParts.of(content, LAN))
                .isEqualTo(Map.of(
                        "applicant",
                        Map.of(
                                "fullName",
                                "Lan",
                                "identityNumber",
                                LAN,
                                "address",
                                Map.of("detail", "Số 1"),
                                "children",
                                List.of(person("Lan", LAN)))));
    }

    private static Map<String, Object> person(String name, String identity) {
        return Map.of("fullName", name, "identityNumber", identity);
    }
}
