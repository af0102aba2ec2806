package vn.lienthong.design.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.web.multipart.MultipartFile;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.command.Forbidden;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Refused;
import vn.lienthong.dossier.Application;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.Receiving;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.NothingPublished;
import vn.lienthong.procedure.PublishedEditions;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.testing.SampleDossier;
import vn.lienthong.workflow.ProcessRef;
import vn.lienthong.workflow.TimeMachine;

@ModuleTest
class PublishingAnEditionTest {

    private static final String KEY = "death-registration";
    private static final String NEXT = "2026-12-01";
    private static final ProcessRef NEXT_REF = new ProcessRef(KEY, NEXT);
    private static final String DESIGNER = "thietke";
    private static final String APPROVER = "nghiepvu";

    @Autowired
    Publishing publishing;

    @Autowired
    PublishedEditions published;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Receiving receiving;

    @Autowired
    Dossiers dossiers;

    @Autowired
    CurrentCaller caller;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Database database;

    @Autowired
    TimeMachine time;

    @BeforeEach
    void inNovember() {
        database.empty();
        time.set(Instant.parse("2026-11-20T02:00:00Z"));
    }

    @AfterEach
    void now() {
        time.reset();
        database.empty();
        NothingPublished.again(jdbc, published);
    }

    @Test
    void it_takes_effect_on_its_day_and_dossiers_stay_on_the_edition_they_came_in_by() {
        ProcessRef before =
                catalogue.edition(KEY, LocalDate.parse("2026-11-20")).ref();
        DossierNumber old = received("tiepnhan");
        EditionDraft draft = sent(description(""));
        assertThat(draft.state()).isEqualTo(EditionDraft.State.VERIFIED);

        as(APPROVER, () -> publishing.approve(draft.id(), "12/QĐ-UBND", ""));

        assertThat(dossiers.get(received("tiepnhan")).process()).isEqualTo(before);
        time.set(Instant.parse("2026-12-01T02:00:00Z"));
        assertThat(dossiers.get(received("tiepnhan")).process()).isEqualTo(NEXT_REF);
        assertThat(dossiers.get(old).process()).isEqualTo(before);
    }

    @Test
    void a_pilot_is_for_the_agencies_it_names() {
        approved(description("pilot: {at: [phu-loc], decision: \"30/KH-UBND\"}\n"));
        time.set(Instant.parse("2026-12-02T02:00:00Z"));

        assertThat(dossiers.get(received("tiepnhan2")).process()).isEqualTo(NEXT_REF);
        assertThat(dossiers.get(received("tiepnhan")).process()).isNotEqualTo(NEXT_REF);
    }

    @Test
    void an_agency_may_promise_less_than_the_law_allows() {
        approved(description("")
                .replace(
                        "budget: {amount: 5, unit: WORKING_DAY}\n    papers: [giay-bao-tu]",
                        "budget: {amount: 5, unit: WORKING_DAY}\n"
                                + "    local: [{at: an-hoa-cong-an, budget: {amount: 2, unit: WORKING_DAY},"
                                + " decision: \"5/QĐ-CAP\"}]\n    papers: [giay-bao-tu]"));
        time.set(Instant.parse("2026-12-02T02:00:00Z"));

        Instant here = promised("tiepnhan");
        Instant elsewhere = Objects.requireNonNull(dossiers.get(old()).promisedAt());

        assertThat(Duration.between(here, elsewhere)).isGreaterThan(Duration.ZERO);
    }

    @Test
    void with_errors_it_is_kept_to_be_read_and_cannot_be_approved() {
        EditionDraft draft = sent(description("").replace("agency: police", "agency: polise"));

        assertThat(draft.state()).isEqualTo(EditionDraft.State.FAULTY);
        assertThat(as(DESIGNER, () -> publishing.findings(draft))).isNotEmpty();
        refused("edition-has-errors", () -> as(APPROVER, () -> publishing.approve(draft.id(), "12/QĐ-UBND", "")));
    }

    /** The verifier reads what runs; the engine reads the drawing too. */
    @Test
    void what_the_engine_itself_would_not_take_is_said_when_it_is_sent() {
        String diagram = Objects.requireNonNull(catalogue
                        .procedure(catalogue
                                .edition(KEY, LocalDate.parse("2026-11-20"))
                                .ref())
                        .folder()
                        .text(KEY + ".bpmn"))
                .replaceFirst(" width=\"[^\"]*\"", "");
        List<MultipartFile> both = new ArrayList<>(files(description("")));
        both.add(new MockMultipartFile(
                "files", KEY + "/" + NEXT + "/" + KEY + ".bpmn", null, diagram.getBytes(StandardCharsets.UTF_8)));

        EditionDraft draft = as(DESIGNER, () -> publishing.send(both, null, null));

        assertThat(draft.state()).isEqualTo(EditionDraft.State.FAULTY);
        assertThat(as(DESIGNER, () -> publishing.findings(draft)))
                .extracting(finding -> finding.rule())
                .contains("engine-refuses");
    }

    @Test
    void sent_again_it_takes_the_place_of_what_was_sent_before() {
        sent(description("").replace("agency: police", "agency: polise"));

        EditionDraft again = sent(description(""));

        assertThat(as(DESIGNER, () -> publishing.list(null, 10)))
                .extracting(EditionDraft::id)
                .containsExactly(again.id());
    }

    @Test
    void only_a_designer_sends_and_only_another_approves() {
        EditionDraft draft = sent(description(""));

        assertThatThrownBy(() -> as("hotich", () -> publishing.list(null, 10))).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> as(APPROVER, () -> publishing.send(files(description("")), null, null)))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> as(DESIGNER, () -> publishing.approve(draft.id(), "12/QĐ-UBND", "")))
                .isInstanceOf(Forbidden.class);
        jdbc.sql("update design.edition_draft set sent_by = :approver")
                .param("approver", APPROVER)
                .update();
        assertThatThrownBy(() -> as(APPROVER, () -> publishing.approve(draft.id(), "12/QĐ-UBND", "")))
                .isInstanceOfSatisfying(
                        Forbidden.class, own -> assertThat(own.code()).isEqualTo("edition-of-ones-own"));
    }

    @Test
    void a_decision_has_a_number_and_a_return_a_reason() {
        EditionDraft draft = sent(description(""));

        assertThatThrownBy(() -> as(APPROVER, () -> publishing.approve(draft.id(), " ", "")))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> as(APPROVER, () -> publishing.reject(draft.id(), "")))
                .isInstanceOf(InvalidInput.class);
        as(APPROVER, () -> publishing.reject(draft.id(), "Bước 2 quá dài"));
        refused("edition-decided", () -> as(APPROVER, () -> publishing.approve(draft.id(), "12/QĐ-UBND", "")));
    }

    @Test
    void it_cannot_take_effect_in_the_past_nor_on_a_day_that_dossiers_came_in_on() {
        EditionDraft draft = sent(description(""));
        time.set(Instant.parse("2026-12-01T02:00:00Z"));

        refused("edition-too-late", () -> as(APPROVER, () -> publishing.approve(draft.id(), "12/QĐ-UBND", "")));
    }

    @Test
    void what_exists_is_not_sent_again() {
        approved(description(""));

        refused("edition-exists", () -> sent(description("")));
    }

    @Test
    void it_is_not_taken_out_of_force_while_dossiers_run_by_it() {
        approved(description(""));
        time.set(Instant.parse("2026-12-02T02:00:00Z"));
        DossierNumber number = received("tiepnhan");

        assertThatThrownBy(() -> as(APPROVER, () -> publishing.withdraw(NEXT_REF, "15/QĐ-UBND", "Luật mới")))
                .isInstanceOfSatisfying(Refused.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("edition-has-open-dossiers");
                    assertThat(refusal.state())
                            .containsEntry("count", 1)
                            .containsEntry("dossiers", List.of(number.value()));
                });
    }

    @Test
    void out_of_force_the_one_before_is_in_force_again() {
        approved(description(""));
        time.set(Instant.parse("2026-12-02T02:00:00Z"));

        as(APPROVER, () -> publishing.withdraw(NEXT_REF, "15/QĐ-UBND", "Luật mới"));

        assertThat(dossiers.get(received("tiepnhan")).process()).isNotEqualTo(NEXT_REF);
        assertThat(catalogue.find(NEXT_REF)).isPresent();
        assertThat(as(DESIGNER, publishing::withdrawals))
                .extracting(Withdrawal::decision)
                .containsExactly("15/QĐ-UBND");
    }

    @Test
    void what_others_need_for_a_leg_stays_in_force() {
        var leg = catalogue
                .edition("residence-deregistration", LocalDate.parse("2026-11-20"))
                .ref();

        refused("edition-is-called", () -> as(APPROVER, () -> publishing.withdraw(leg, "15/QĐ-UBND", "Luật mới")));
    }

    @Test
    void a_zip_will_do_and_a_broken_one_is_told() throws IOException {
        var zipped = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(zipped)) {
            zip.putNextEntry(new ZipEntry("procedures/" + KEY + "/" + NEXT + "/procedure.yml"));
            zip.write(description("").getBytes(StandardCharsets.UTF_8));
        }

        EditionDraft draft = as(
                DESIGNER,
                () -> publishing.send(
                        List.of(new MockMultipartFile("files", "x.zip", null, zipped.toByteArray())), null, null));

        assertThat(draft.state()).isEqualTo(EditionDraft.State.VERIFIED);
        assertThatThrownBy(() -> as(
                        DESIGNER,
                        () -> publishing.send(
                                List.of(new MockMultipartFile("files", "x.zip", null, new byte[] {'P', 'K', 1, 2})),
                                null,
                                null)))
                .isInstanceOf(InvalidInput.class);
    }

    /** The description of the edition in force, dated later and keeping everything else of it. */
    private String description(String more) {
        var now = catalogue.edition(KEY, LocalDate.parse("2026-11-20"));
        String yaml =
                Objects.requireNonNull(catalogue.procedure(now.ref()).folder().text("procedure.yml"));
        return yaml.replaceAll("(?m)^basedOn:.*\\n", "") + "\nbasedOn: \""
                + now.ref().edition() + "\"\n" + more;
    }

    private static List<MultipartFile> files(String description) {
        return List.of(new MockMultipartFile(
                "files", KEY + "/" + NEXT + "/procedure.yml", null, description.getBytes(StandardCharsets.UTF_8)));
    }

    private EditionDraft sent(String description) {
        return as(DESIGNER, () -> publishing.send(files(description), null, null));
    }

    private void approved(String description) {
        EditionDraft draft = sent(description);
        as(APPROVER, () -> publishing.approve(draft.id(), "12/QĐ-UBND", ""));
    }

    private DossierNumber old() {
        return received("tiepnhan2");
    }

    private Instant promised(String desk) {
        return Objects.requireNonNull(dossiers.get(received(desk)).promisedAt());
    }

    private DossierNumber received(String desk) {
        SampleDossier sample = SampleDossier.of(KEY + "/01-two-items-morning");
        Map<String, Object> data = new LinkedHashMap<>(sample.data());
        if (desk.endsWith("2")) {
            @SuppressWarnings("unchecked")
            Map<String, Object> deceased =
                    new LinkedHashMap<>((Map<String, Object>) Objects.requireNonNull(data.get("deceased")));
            @SuppressWarnings("unchecked")
            Map<String, Object> residence =
                    new LinkedHashMap<>((Map<String, Object>) Objects.requireNonNull(deceased.get("residence")));
            residence.put("commune", "phu-loc");
            deceased.put("residence", residence);
            data.put("deceased", deceased);
        }
        return caller.as(
                desk,
                () -> receiving.receive(new Application(KEY, "COUNTER", sample.applicant(), data, sample.papers())));
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refused.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private <T> T as(String username, Supplier<T> work) {
        return caller.as(username, work);
    }

    private void as(String username, Runnable work) {
        caller.as(username, () -> {
            work.run();
            return "";
        });
    }
}
