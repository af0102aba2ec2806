package vn.lienthong.dossier.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.dossier.Application;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Reading;
import vn.lienthong.dossier.Receiving;
import vn.lienthong.procedure.FormSchema;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.testing.SampleDossier;
import vn.lienthong.workflow.TimeMachine;

@ModuleTest
class NobodyIsAskedTwiceTest {

    private static final String HA = "001183000123";
    private static final String BINH = "001048000456";

    @Autowired
    Receiving receiving;

    @Autowired
    Wizard wizard;

    @Autowired
    OwnDrafts drafts;

    @Autowired
    Recognising recognising;

    @Autowired
    Reading reading;

    @Autowired
    CurrentCaller caller;

    @Autowired
    Database database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TimeMachine time;

    private final SampleDossier sample = SampleDossier.of("death-registration/05-merit-two-agencies");

    @BeforeEach
    void anEmptyDesk() {
        database.empty();
        time.set(sample.receivedAt());
    }

    @AfterEach
    void now() {
        time.reset();
    }

    @Test
    void what_an_earlier_dossier_says_of_the_applicant_is_offered_with_its_source() {
        DossierNumber earlier = received();
        UUID draft = draft("tiepnhan", "civil-status-extract");

        List<KnownPerson.Fact> known = look("tiepnhan", draft, "applicant", "applicant", HA);

        assertThat(known)
                .extracting(KnownPerson.Fact::path)
                .containsExactly("fullName", "identityNumber", "phone", "email", "address");
        assertThat(known)
                .extracting(KnownPerson.Fact::source)
                .allSatisfy(source -> assertThat(source).extracting("dossier").isEqualTo(earlier.value()));
    }

    @Test
    void how_the_applicant_is_related_to_the_matter_is_asked_each_time() {
        received();
        UUID draft = draft("tiepnhan", "death-registration");

        take("tiepnhan", draft, "applicant", "applicant", HA);

        assertThat(found("tiepnhan", draft).applicant())
                .containsEntry("fullName", "Nguyễn Thị Thanh Hà")
                .containsEntry("phone", "0912000123")
                .doesNotContainKey("relationToDeceased");
    }

    @Test
    void what_the_officer_has_typed_is_kept() {
        received();
        UUID draft = draft("tiepnhan", "death-registration");
        caller.as(
                "tiepnhan",
                () -> wizard.save(draft, Wizard.APPLICANT, Map.of("applicant", Map.of("phone", "0987654321"))));

        take("tiepnhan", draft, "applicant", "applicant", HA);

        assertThat(found("tiepnhan", draft).applicant())
                .containsEntry("phone", "0987654321")
                .containsEntry("fullName", "Nguyễn Thị Thanh Hà");
    }

    @Test
    void nothing_of_another_person_stays_when_the_number_changes() {
        received();
        UUID draft = draft("tiepnhan", "death-registration");
        caller.as(
                "tiepnhan",
                () -> wizard.save(
                        draft,
                        Wizard.APPLICANT,
                        Map.of("applicant", Map.of("fullName", "Trần Văn An", "identityNumber", "001180000999"))));

        take("tiepnhan", draft, "applicant", "applicant", HA);

        assertThat(found("tiepnhan", draft).applicant()).containsEntry("fullName", "Nguyễn Thị Thanh Hà");
    }

    @Test
    void of_an_unknown_person_the_number_alone_is_taken() {
        UUID draft = draft("tiepnhan", "death-registration");

        assertThat(look("tiepnhan", draft, "applicant", "applicant", HA)).isEmpty();
        take("tiepnhan", draft, "applicant", "applicant", HA);

        assertThat(found("tiepnhan", draft).applicant()).isEqualTo(Map.of("identityNumber", HA));
    }

    @Test
    void another_person_of_an_earlier_dossier_is_not_known_by_it() {
        received();
        UUID draft = draft("tiepnhan", "death-registration");

        assertThat(look("tiepnhan", draft, "deceased", "deceased", BINH)).isEmpty();
    }

    @Test
    void who_is_the_applicant_too_is_known_from_the_same_draft() {
        UUID draft = draft("tiepnhan", "birth-registration");
        caller.as(
                "tiepnhan",
                () -> wizard.save(
                        draft,
                        Wizard.APPLICANT,
                        Map.of(
                                "applicant",
                                Map.of("fullName", "Lê Thị Mai", "identityNumber", HA, "address", "Số 3, tổ 2"))));

        List<KnownPerson.Fact> known = look("tiepnhan", draft, "parents", "mother", HA);
        take("tiepnhan", draft, "parents", "mother", HA);

        assertThat(known).allSatisfy(fact -> assertThat(fact.source()).isNull());
        assertThat(found("tiepnhan", draft).data())
                .extractingByKey("mother")
                .isEqualTo(Map.of("fullName", "Lê Thị Mai", "identityNumber", HA, "address", "Số 3, tổ 2"));
    }

    @Test
    void a_desk_knows_nobody_from_dossiers_that_it_may_not_see() {
        received();
        UUID draft = draft("tiepnhan2", "death-registration");

        assertThat(look("tiepnhan2", draft, "applicant", "applicant", HA)).isEmpty();
    }

    @Test
    void whoever_reads_it_from_a_dossier_of_another_unit_leaves_a_line_in_its_history() {
        DossierNumber own = received();
        look("tiepnhan", draft("tiepnhan", "death-registration"), "applicant", "applicant", HA);
        assertThat(history(own)).doesNotContain("looked-up");

        jdbc.sql(
                        "update dossier.dossier set unit = 'phu-loc-mot-cua', received_by = 'tiepnhan2' where number = :number")
                .param("number", own.value())
                .update();
        look("tiepnhan", draft("tiepnhan", "death-registration"), "applicant", "applicant", HA);

        assertThat(history(own)).contains("looked-up");
    }

    private DossierNumber received() {
        return caller.as(
                "tiepnhan",
                () -> receiving.receive(new Application(
                        sample.procedure(), "COUNTER", sample.applicant(), sample.data(), sample.papers())));
    }

    private UUID draft(String officer, String procedure) {
        return caller.as(officer, () -> wizard.begin(procedure, "COUNTER", null, Map.of()));
    }

    private Draft found(String officer, UUID draft) {
        return caller.as(officer, () -> drafts.get(draft));
    }

    private List<KnownPerson.Fact> look(String officer, UUID draft, String topic, String who, String number) {
        return caller.as(officer, () -> recognising.look(draft, form(draft, topic), who, number));
    }

    private void take(String officer, UUID draft, String topic, String who, String number) {
        caller.as(officer, () -> {
            recognising.take(draft, form(draft, topic), who, number);
            return "";
        });
    }

    private FormSchema form(UUID draft, String topic) {
        return wizard.form(drafts.get(draft), topic);
    }

    private List<String> history(DossierNumber number) {
        return caller.as("tiepnhan", () -> reading.timeline(number, Locale.ENGLISH)).stream()
                .map(Reading.EventView::what)
                .toList();
    }
}
