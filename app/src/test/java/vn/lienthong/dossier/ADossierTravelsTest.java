package vn.lienthong.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.command.Forbidden;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Refused;
import vn.lienthong.document.DocumentAccess;
import vn.lienthong.document.Documents;
import vn.lienthong.document.StoredDocument;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.workflow.ProcessModel;
import vn.lienthong.workflow.ProcessModels;
import vn.lienthong.workflow.Processes;
import vn.lienthong.workflow.TimeMachine;

@ModuleTest
class ADossierTravelsTest {

    private static final Actor OFFICER = new Actor("hotich", null, "an-hoa-tu-phap");
    private static final Actor DESK = new Actor("tiepnhan", null, "an-hoa-mot-cua");

    @Autowired
    Receiving receiving;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Supplements supplements;

    @Autowired
    Withdrawing withdrawing;

    @Autowired
    AnsweringDraft draft;

    @Autowired
    Access access;

    @Autowired
    DocumentAccess rights;

    @Autowired
    Steps steps;

    @Autowired
    Prints prints;

    @Autowired
    Documents documents;

    @Autowired
    Processes processes;

    @Autowired
    ProcessModels models;

    @Autowired
    CurrentCaller caller;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TimeMachine time;

    @AfterEach
    void now() {
        time.reset();
    }

    @Test
    void from_the_counter_through_four_agencies_to_the_returned_result() {
        DossierNumber number = received("05-merit-two-agencies");

        List<String> path = new ArrayList<>();
        for (int i = 0; i < 60 && !dossiers.get(number).state().isFinal(); i++) {
            path.addAll(ordinaryStep(number));
        }

        Dossiers.Summary dossier = dossiers.get(number);
        assertThat(dossier.state()).as("after %s", path).isEqualTo(DossierState.RETURNED);
        assertThat(dossier.legs())
                .extracting(Leg::leg, Leg::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("civil-status", LegState.DONE),
                        org.assertj.core.groups.Tuple.tuple("police", LegState.DONE),
                        org.assertj.core.groups.Tuple.tuple("funeral-allowance", LegState.DONE),
                        org.assertj.core.groups.Tuple.tuple("home-affairs", LegState.DONE));
        assertThat(dossier.legs().stream().filter(l -> !l.founding()))
                .allSatisfy(leg -> assertThat(leg.number()).isNotNull().isNotEqualTo(number.value()));
    }

    @Test
    void a_refused_benefit_leg_leaves_the_others_running() {
        DossierNumber number = received("03-three-items-social-assistance");
        until(number, "police");
        DossierNumber allowance = linked(number, "funeral-allowance");

        decide(allowance, "refuse");
        runOut(allowance);

        assertThat(state(number, "funeral-allowance")).isEqualTo(LegState.REFUSED);
        assertThat(state(number, "police")).isEqualTo(LegState.RUNNING);
        runOut(number);
        assertThat(dossiers.get(number).state()).isEqualTo(DossierState.RETURNED);
    }

    @Test
    void refusing_the_founding_leg_cancels_the_rest() {
        DossierNumber number = received("03-three-items-social-assistance");
        untilStep(number, "UserTask_VerifyAndRegister");

        decide(number, "refuse");
        runOut(number);

        assertThat(dossiers.get(number).state()).isEqualTo(DossierState.STOPPED);
        assertThat(state(number, "civil-status")).isEqualTo(LegState.REFUSED);
        assertThat(state(number, "police")).isEqualTo(LegState.CANCELLED);
        assertThat(dossiers.get(number).legs())
                .allSatisfy(leg -> assertThat(leg.number()).isNull());
    }

    @Test
    void what_the_desk_refuses_and_the_head_approves_was_never_received() {
        DossierNumber number = received("05-merit-two-agencies");
        assertThat(dossiers.get(number).state()).isEqualTo(DossierState.SUBMITTED);

        decide(number, "refuse");
        assertThat(dossiers.get(number).state()).isEqualTo(DossierState.SUBMITTED);
        runOut(number);

        assertThat(dossiers.get(number).state()).isEqualTo(DossierState.NOT_RECEIVED);
        assertThat(printed(number)).contains("refusal", "control-slip").doesNotContain("stop-notice");
    }

    @Test
    void what_the_desk_refuses_and_the_head_does_not_goes_into_work() {
        DossierNumber number = received("05-merit-two-agencies");

        decide(number, "refuse");
        decide(number, "continue");

        assertThat(dossiers.get(number).state()).isEqualTo(DossierState.PROCESSING);
    }

    @Test
    void what_is_completed_at_the_desk_has_yet_to_be_received() {
        DossierNumber number = received("05-merit-two-agencies");

        decide(number, "supplement");
        as(
                "tiepnhan",
                () -> supplements.receive(number, List.of(new Paper("giay-bao-tu", "ORIGINAL", 1, null)), Map.of()));

        assertThat(dossiers.get(number).state()).isEqualTo(DossierState.SUBMITTED);
        decide(number, "accept");
        assertThat(dossiers.get(number).state()).isEqualTo(DossierState.PROCESSING);
    }

    @Test
    void a_dossier_goes_nowhere_without_a_commune_to_go_to() {
        DossierNumber number = received("05-merit-two-agencies");

        for (var wish : Map.of(
                        "", "forward-needs-commune",
                        "an-hoa", "forward-to-itself",
                        "nowhere", "forward-nobody-there")
                .entrySet()) {
            assertThatThrownBy(() -> decide(number, "forward", Map.of("forward", Map.of("commune", wish.getKey()))))
                    .isInstanceOfSatisfying(
                            InvalidInput.class,
                            e -> assertThat(e.problems()).singleElement().satisfies(problem -> {
                                assertThat(problem.field()).isEqualTo("data.forward.commune");
                                assertThat(problem.code()).isEqualTo(wish.getValue());
                            }));
        }

        assertThat(dossiers.get(number).area()).isEqualTo("an-hoa");
        assertThat(processes.openSteps(number.value()))
                .singleElement()
                .satisfies(step -> assertThat(step.step()).isEqualTo("UserTask_CheckReception"));
    }

    @Test
    void the_register_gives_the_clerk_the_number_once_the_extract_is_signed() {
        DossierNumber number = received("01-two-items-morning");
        untilStep(number, "UserTask_SignExtract");
        assertThat(dossiers.get(number).content()).doesNotContainKey("registration");

        untilStep(number, "UserTask_IssueExtract");

        assertThat(map(dossiers.get(number).content().get("registration")))
                .hasEntrySatisfying("number", n -> assertThat(n.toString()).matches("\\d{2,}/2026"))
                .containsEntry("registeredOn", "2026-11-20");
    }

    @Test
    void whoever_does_not_answer_in_time_is_told_by_a_notice_that_the_dossier_stops() {
        DossierNumber number = received("01-two-items-morning");
        untilStep(number, "UserTask_VerifyAndRegister");

        decide(number, "supplement");
        time.passUntil(time.now().plus(java.time.Duration.ofDays(14)));

        assertThat(dossiers.get(number).state()).isEqualTo(DossierState.STOPPED);
        assertThat(printed(number)).contains("stop-notice", "control-slip").doesNotContain("refusal");
        assertThat(text(number, "stop-notice"))
                .contains("Hết hạn bổ sung ngày", "yêu cầu: lý do", "Đăng ký khai tử (Tư pháp - hộ tịch");
    }

    @Test
    void the_control_slip_tells_the_hand_overs_as_they_were() {
        DossierNumber number = received("05-merit-two-agencies");
        assertThat(slip(number)).contains("Tư pháp - hộ tịch", "chưa giao", "chưa xác nhận");

        runOut(number);

        assertThat(text(number, "control-slip"))
                .contains("Công an phường An Hòa", "Sở Nội vụ", "Trước hạn")
                .doesNotContain("chưa giao", "chưa xác nhận");
    }

    @Test
    void the_receipt_says_what_is_to_be_paid() {
        DossierNumber inTime = received("01-two-items-morning");
        DossierNumber late = received("01-two-items-morning", Map.of("diedAt", "2026-10-17T21:40:00+07:00"));

        assertThat(text(inTime, "receipt")).contains("Phí, lệ phí: không thu");
        assertThat(text(late, "receipt")).contains("8.000", "đồng (Lệ phí đăng ký khai tử quá hạn)");
    }

    @Test
    void withdrawing_before_registration_ends_the_dossier() {
        DossierNumber number = received("01-two-items-morning");

        as("tiepnhan", () -> withdrawing.withdraw(number, "Gia đình nộp nhầm nơi"));

        assertThat(dossiers.get(number).state()).isEqualTo(DossierState.WITHDRAWN);
        assertThat(processes.openSteps(number.value())).isEmpty();
    }

    /** They may look: the police take part, the others oversee. None of them meets the family. */
    @ParameterizedTest
    @ValueSource(strings = {"congan", "giamsat", "giamdoc", "thanhtra"})
    void who_only_takes_part_or_looks_on_does_not_speak_for_the_family(String onlooker) {
        DossierNumber number = received("03-three-items-social-assistance");
        until(number, "police");

        assertThat(caller.as(onlooker, () -> access.mayRead(caller.get(), number.value())))
                .isTrue();
        assertThatThrownBy(() -> as(onlooker, () -> withdrawing.withdraw(number, "Không cần nữa")))
                .isInstanceOfSatisfying(
                        Forbidden.class, f -> assertThat(f.code()).isEqualTo("not-for-the-applicant"));
        assertThatThrownBy(() -> as(onlooker, () -> supplements.receive(number, List.of(), Map.of())))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> as(onlooker, () -> draft.answer(number, true, "")))
                .isInstanceOf(Forbidden.class);
        assertThat(dossiers.get(number).state().isFinal()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"tiepnhan, true", "congan, true", "giamsat, false", "giamdoc, false", "thanhtra, false"})
    void papers_are_added_by_who_works_on_the_dossier(String officer, boolean may) {
        DossierNumber number = received("03-three-items-social-assistance");
        until(number, "police");

        assertThat(caller.as(officer, () -> rights.mayAdd(caller.get(), number.value())))
                .isEqualTo(may);
    }

    @Test
    void withdrawing_after_registration_withdraws_the_remaining_legs_only() {
        DossierNumber number = received("03-three-items-social-assistance");
        until(number, "police");

        as("tiepnhan", () -> withdrawing.withdraw(number, "Gia đình tự làm thủ tục cư trú"));

        assertThat(state(number, "civil-status")).isEqualTo(LegState.DONE);
        assertThat(state(number, "police")).isEqualTo(LegState.WITHDRAWN);
        runOut(number);
        assertThat(dossiers.get(number).state()).isEqualTo(DossierState.RETURNED);
    }

    @Test
    void what_waits_for_nothing_cannot_be_supplemented() {
        DossierNumber number = received("01-two-items-morning");

        assertThatThrownBy(() -> as("tiepnhan", () -> supplements.receive(number, List.of(), Map.of())))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo("no-supplement-awaited"));
    }

    @Test
    void a_supplement_is_asked_for_by_the_step_that_is_open_and_goes_on_when_it_comes() {
        DossierNumber number = received("01-two-items-morning");
        untilStep(number, "UserTask_VerifyAndRegister");

        as("hotich", () -> supplements.request(number, "Thiếu bản chính giấy báo tử", List.of("giay-bao-tu")));
        assertThat(dossiers.get(number).state()).isEqualTo(DossierState.SUPPLEMENT_REQUESTED);

        as(
                "tiepnhan",
                () -> supplements.receive(number, List.of(new Paper("giay-bao-tu", "ORIGINAL", 1, null)), Map.of()));
        assertThat(dossiers.get(number).state()).isEqualTo(DossierState.PROCESSING);
        assertThat(dossiers.papers(number)).hasSize(3);
    }

    @Test
    void what_is_missing_is_told_on_paper_by_the_desk_and_names_dates_too() {
        Application nothing = new Application("death-registration", "COUNTER", Map.of(), Map.of(), List.of());

        String paper = words(caller.as("tiepnhan", () -> receiving.whatIsMissing(nothing)), true);

        assertThat(paper).contains("PHƯỜNG AN HÒA").doesNotContain("null");
        assertThat(paper).contains("Ngày sinh: ");
        assertThatThrownBy(() -> caller.as("hotich", () -> receiving.whatIsMissing(nothing)))
                .isInstanceOf(Forbidden.class);
    }

    private Set<String> printed(DossierNumber number) {
        prints.prepare(number);
        return documents.of(number.value()).stream().map(StoredDocument::code).collect(Collectors.toSet());
    }

    private String text(DossierNumber number, String code) {
        // A slip is a table, whose cells would be torn apart.
        boolean sorted = !code.equals("control-slip");
        prints.prepare(number);
        return documents.of(number.value()).stream()
                .filter(document -> document.code().equals(code))
                .findFirst()
                .map(document -> words(documents.content(document.id()), sorted))
                .orElseThrow();
    }

    private String slip(DossierNumber number) {
        return words(prints.controlSlip(number), false);
    }

    private static String words(byte[] pdf, boolean sorted) {
        try (var document = Loader.loadPDF(pdf)) {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(sorted);
            return stripper.getText(document).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** motcua#44: a dossier that was supplemented or refused lost the day on which it was done. */
    @Test
    void the_day_of_completion_is_kept_after_a_supplement_and_after_a_refusal() {
        DossierNumber supplemented = received("01-two-items-morning");
        untilStep(supplemented, "UserTask_VerifyAndRegister");
        as("hotich", () -> supplements.request(supplemented, "Thiếu bản chính giấy báo tử", List.of("giay-bao-tu")));
        as(
                "tiepnhan",
                () -> supplements.receive(
                        supplemented, List.of(new Paper("giay-bao-tu", "ORIGINAL", 1, null)), Map.of()));
        runOut(supplemented);
        DossierNumber refused = received("01-two-items-morning");
        untilStep(refused, "UserTask_VerifyAndRegister");
        decide(refused, "refuse");
        runOut(refused);

        assertThat(List.of(supplemented, refused)).allSatisfy(number -> {
            Dossiers.Summary dossier = dossiers.get(number);
            assertThat(dossier.state().isFinal()).isTrue();
            assertThat(dossier.finishedAt())
                    .isBetween(dossier.receivedAt(), time.now().plusSeconds(1));
        });
    }

    private DossierNumber received(String file) {
        return received(file, Map.of());
    }

    private DossierNumber received(String file, Map<String, Object> deceased) {
        Map<String, Object> data = read(file);
        map(map(map(data.get("request")).get("data")).get("deceased")).putAll(deceased);
        time.set(Instant.parse(java.time.OffsetDateTime.parse((String) data.get("receivedAt"))
                .toInstant()
                .toString()));
        Map<String, Object> request = map(data.get("request"));
        return caller.as(
                "tiepnhan",
                () -> receiving.receive(new Application(
                        (String) request.get("procedure"),
                        request.get("channel"),
                        request.get("applicant"),
                        request.get("data"),
                        request.get("papers"))));
    }

    private void until(DossierNumber number, String leg) {
        for (int i = 0; i < 40 && state(number, leg) == LegState.PLANNED; i++) {
            ordinaryStep(number);
        }
        assertThat(state(number, leg)).isEqualTo(LegState.RUNNING);
    }

    private void untilStep(DossierNumber number, String step) {
        for (int i = 0; i < 40; i++) {
            if (processes.openSteps(number.value()).stream()
                    .anyMatch(s -> s.step().equals(step))) {
                return;
            }
            ordinaryStep(number);
        }
        throw new AssertionError("never came to " + step);
    }

    private void runOut(DossierNumber number) {
        for (int i = 0; i < 60 && !dossiers.get(number).state().isFinal(); i++) {
            ordinaryStep(number);
        }
    }

    /** Every open step of the family takes its ordinary way; where nobody can act, the applicant stays silent. */
    private List<String> ordinaryStep(DossierNumber number) {
        List<String> done = new ArrayList<>();
        for (DossierNumber member : dossiers.family(number)) {
            for (Processes.OpenStep open : processes.openSteps(member.value())) {
                ProcessModel model = models.of(dossiers.get(member).process());
                String outcome = model.outcomes(open.step()).stream()
                        .filter(ProcessModel.Outcome::isDefault)
                        .findFirst()
                        .orElseThrow()
                        .id();
                complete(member, open, outcome);
                done.add(open.step() + ":" + outcome);
            }
        }
        if (done.isEmpty()) {
            time.passUntil(time.now().plus(java.time.Duration.ofDays(2)));
        }
        return done;
    }

    private void decide(DossierNumber number, String outcome) {
        decide(number, outcome, Map.of());
    }

    private void decide(DossierNumber number, String outcome, Map<String, Object> data) {
        complete(number, processes.openSteps(number.value()).get(0), outcome, data);
    }

    private void complete(DossierNumber number, Processes.OpenStep open, String outcome) {
        complete(number, open, outcome, Map.of());
    }

    private void complete(DossierNumber number, Processes.OpenStep open, String outcome, Map<String, Object> data) {
        transaction.executeWithoutResult(tx -> {
            steps.decided(
                    number,
                    open.step(),
                    outcome,
                    "lý do",
                    data,
                    open.step().equals("UserTask_CheckReception") ? DESK : OFFICER);
            processes.complete(open.taskId(), outcome);
        });
    }

    private DossierNumber linked(DossierNumber number, String leg) {
        return new DossierNumber(Objects.requireNonNull(dossiers.get(number).legs().stream()
                .filter(l -> l.leg().equals(leg))
                .findFirst()
                .orElseThrow()
                .number()));
    }

    private LegState state(DossierNumber number, String leg) {
        return dossiers.get(number).legs().stream()
                .filter(l -> l.leg().equals(leg))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private void as(String username, Runnable work) {
        caller.as(username, () -> {
            work.run();
            return "";
        });
    }

    private static Map<String, Object> read(String file) {
        try (var in = ADossierTravelsTest.class.getResourceAsStream("/cases/death-registration/" + file + ".json")) {
            return JsonMapper.builder().build().readValue(in, new TypeReference<Map<String, Object>>() {});
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@org.jspecify.annotations.Nullable Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value);
    }
}
