package vn.lienthong.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import vn.lienthong.testing.ModuleTest;

@ModuleTest
class TheDemonstrationOrganisationTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-20");

    private final DemonstrationOrganisation demonstration;
    private final Organisation organisation;
    private final JdbcClient jdbc;

    @Autowired
    TheDemonstrationOrganisationTest(
            DemonstrationOrganisation demonstration, Organisation organisation, JdbcClient jdbc) {
        this.demonstration = demonstration;
        this.organisation = organisation;
        this.jdbc = jdbc;
    }

    @ParameterizedTest
    @CsvSource({
        "reception,         an-hoa, an-hoa-mot-cua",
        "returns,           an-hoa, an-hoa-mot-cua",
        "civil-status,      an-hoa, an-hoa-tu-phap",
        "leadership,        an-hoa, an-hoa",
        "clerk,             an-hoa, an-hoa-van-phong",
        "police,            an-hoa, an-hoa-cong-an",
        "social-assistance, an-hoa, an-hoa-van-xa",
        "home-affairs,      an-hoa, so-noi-vu",
        "social-insurance,  an-hoa, bhxh-co-so",
        "civil-status,      phu-loc, phu-loc-tu-phap",
        "police,            phu-loc, phu-loc-cong-an",
        "home-affairs,      phu-loc, so-noi-vu",
        "economy,           phu-loc, phu-loc-kinh-te",
        "tax,               phu-loc, thue-co-so",
        "land-office,       an-hoa, van-phong-dat-dai",
        "identity-police,   an-hoa, cong-an-tinh",
    })
    void every_role_is_some_units(String role, String area, String unit) {
        assertThat(organisation.competent(role, area, DAY).code()).isEqualTo(unit);
    }

    @ParameterizedTest
    @CsvSource({
        "an-hoa,         H99.12",
        "phu-loc,        H99.13",
        "an-hoa-cong-an, G01.H99.12",
        "so-noi-vu,      H99.03",
        "bhxh-co-so,     G24.H99.2",
    })
    void every_agency_has_its_identifier_code(String agency, String identifierCode) {
        assertThat(organisation.unit(agency).identifierCode()).isEqualTo(identifierCode);
        assertThat(organisation.agencyOf(agency)).isEqualTo(agency);
    }

    @Test
    void the_units_of_the_ward_belong_to_it_and_the_police_do_not() {
        assertThat(organisation.subtree("an-hoa"))
                .containsExactlyInAnyOrder(
                        "an-hoa",
                        "an-hoa-mot-cua",
                        "an-hoa-tu-phap",
                        "an-hoa-van-phong",
                        "an-hoa-van-xa",
                        "an-hoa-kinh-te");
        assertThat(organisation.agencyOf("an-hoa-tu-phap")).isEqualTo("an-hoa");
    }

    @Test
    void loading_again_changes_nothing_and_keeps_what_people_changed() {
        jdbc.sql("update agency.officer set full_name = 'Trần Thị Mai Lan (đổi)' where username = 'tiepnhan'")
                .update();

        int added = demonstration.load(DemonstrationOrganisation.read());

        assertThat(added).isZero();
        assertThat(organisation.officer("tiepnhan"))
                .get()
                .extracting(Officer::fullName)
                .isEqualTo("Trần Thị Mai Lan (đổi)");
        jdbc.sql("update agency.officer set full_name = 'Trần Thị Mai Lan' where username = 'tiepnhan'")
                .update();
        organisation.forget();
    }

    @Test
    void production_refuses_public_passwords() {
        var environment = new MockEnvironment();
        environment.setActiveProfiles("demo", "prod");

        assertThatIllegalStateException()
                .isThrownBy(() -> DemonstrationOrganisation.refuseIn(environment))
                .withMessageContaining("prod");
    }
}
