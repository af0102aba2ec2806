package vn.lienthong.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.citizen.Sample;
import vn.lienthong.command.NotFound;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Receiving;
import vn.lienthong.dossier.Timeline;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.workflow.ProcessModel;
import vn.lienthong.workflow.ProcessModels;
import vn.lienthong.workflow.ProcessRef;
import vn.lienthong.workflow.Processes;
import vn.lienthong.workflow.TimeMachine;
import vn.lienthong.worklist.Completing;

/** Officers hear of what is theirs, once, and of nothing that is others'. */
@ModuleTest
class TellingOfficersTest {

    @Autowired
    Database database;

    @Autowired
    Receiving receiving;

    @Autowired
    Completing completing;

    @Autowired
    Processes processes;

    @Autowired
    ProcessModels models;

    @Autowired
    Notices notices;

    @Autowired
    TellingOfficers telling;

    @Autowired
    Timeline timeline;

    @Autowired
    CurrentCaller caller;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TimeMachine time;

    private DossierNumber number = new DossierNumber("");

    @BeforeEach
    void aReceivedDossier() {
        database.empty();
        Sample sample = Sample.of("01-two-items-morning");
        time.set(sample.receivedAt());
        number = caller.as("tiepnhan", () -> receiving.receive(sample.application()));
    }

    @AfterEach
    void now() {
        time.reset();
    }

    @Test
    void new_work_is_told_to_whoever_holds_the_duty_there_and_to_nobody_else() {
        assertThat(lines("hotich")).singleElement().satisfies(line -> {
            assertThat(line.what()).isEqualTo("step-opened");
            assertThat(line.root()).isEqualTo(number.value());
            assertThat(line.step()).isEqualTo("UserTask_VerifyAndRegister");
            assertThat(line.read()).isFalse();
        });
        assertThat(unread("hotich")).isEqualTo(1);
        assertThat(unread("hotich2")).isZero();
        assertThat(unread("congan")).isZero();
    }

    @Test
    void a_step_that_is_done_is_no_news_any_more() {
        String task = processes.openSteps(number.value()).get(0).taskId();

        String ordinary =
                models
                        .of(new ProcessRef("death-registration", "2025-07-01"))
                        .outcomes("UserTask_VerifyAndRegister")
                        .stream()
                        .filter(ProcessModel.Outcome::isDefault)
                        .findFirst()
                        .orElseThrow()
                        .id();
        caller.as("hotich", () -> completing.complete(task, ordinary, Map.of(), null));

        assertThat(lines("hotich")).noneMatch(line -> task.equals(line.task()));
        assertThat(unread("lanhdao")).isEqualTo(1);
    }

    @Test
    void one_is_read_by_opening_it_and_all_of_them_at_once() {
        happened("supplemented");
        happened("payment-proved");
        assertThat(unread("hotich")).isEqualTo(3);

        long newest = lines("hotich").get(0).id();
        caller.as("hotich", () -> notices.open(newest));
        assertThat(unread("hotich")).isEqualTo(2);
        assertThat(lines("hotich").get(0).read()).isTrue();

        caller.as("hotich", () -> {
            notices.readUpTo(newest);
            return "read";
        });
        assertThat(unread("hotich")).isZero();
        happened("draft-disputed");
        assertThat(unread("hotich")).as("what comes later").isEqualTo(1);
    }

    @Test
    void nobody_is_told_of_ones_own_doing() {
        caller.as("hotich", () -> {
            transaction.executeWithoutResult(tx -> timeline.append(number, "supplemented", Map.of("papers", 1)));
            return "told";
        });

        assertThat(lines("hotich")).noneMatch(line -> line.what().equals("supplemented"));
    }

    @Test
    void a_letter_to_sign_is_told_to_those_who_may_sign() {
        happened("apology-approved");

        assertThat(lines("lanhdao")).anyMatch(line -> line.what().equals("apology-approved"));
        assertThat(lines("giamdoc")).anyMatch(line -> line.what().equals("apology-approved"));
        assertThat(lines("hotich")).noneMatch(line -> line.what().equals("apology-approved"));
    }

    @Test
    void whoever_is_named_is_told_and_nobody_beside() {
        transaction.executeWithoutResult(tx ->
                timeline.append(number, "task-assigned", Map.of("to", "hotich", "from", "", "reason", "đi công tác")));

        assertThat(lines("hotich").get(0).what()).isEqualTo("task-assigned");
        assertThat(lines("hotich").get(0).detail()).isEqualTo("đi công tác");
        assertThat(lines("giamsat")).noneMatch(line -> line.what().equals("task-assigned"));
    }

    @Test
    void a_message_that_did_not_get_away_is_told_to_the_desk() {
        telling.messageFailed(number.value(), "recipient refused", time.now());

        assertThat(lines("tiepnhan")).anyMatch(line -> line.what().equals("message-failed"));
    }

    @Test
    void others_notices_cannot_be_opened() {
        long id = lines("hotich").get(0).id();

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> caller.as("hotich2", () -> notices.open(id)));
    }

    @Test
    void the_list_goes_on_where_it_ended() {
        for (int i = 0; i < 5; i++) {
            happened("supplemented");
        }
        List<Notices.Line> first = caller.as("hotich", () -> notices.list(null, 2));
        List<Notices.Line> rest =
                caller.as("hotich", () -> notices.list(first.get(1).id(), 10));

        assertThat(first).hasSize(2);
        assertThat(rest).hasSize(4).allMatch(line -> line.id() < first.get(1).id());
    }

    private void happened(String what) {
        transaction.executeWithoutResult(tx -> timeline.append(number, what, Map.of()));
    }

    private List<Notices.Line> lines(String officer) {
        return caller.as(officer, () -> notices.list(null, 50));
    }

    private int unread(String officer) {
        return caller.as(officer, () -> notices.unread());
    }
}
