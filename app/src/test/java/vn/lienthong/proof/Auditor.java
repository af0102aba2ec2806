package vn.lienthong.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.lienthong.testing.ApplicationProcess;

/**
 * Counts, when all is over, in the databases of the installations: what was accepted is there, done, and once. It believes
 * nothing that an installation says of itself except what its operator's commands say.
 */
final class Auditor {

    private static final int FINE = 0;

    private Auditor() {}

    /** Waits until no envelope is under way any more; the last answers may still be when the citizen has the results. */
    static void untilSettled(List<Books> all, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end
                && all.stream()
                        .anyMatch(books -> books.number("select (select count(*) from interconnection.outbox"
                                        + " where state = 'WAITING') + (select count(*) from interconnection.inbox"
                                        + " where handled_at is null)")
                                > 0)) {
            Thread.sleep(200);
        }
    }

    /** What belongs together within each installation is there, once; and nobody changed the log. */
    static void everyInstallationHolds(List<Installation> installations) {
        for (String command : List.of("verify-consistency", "verify-log")) {
            Map<Installation, ApplicationProcess> answers =
                    installations.stream().collect(Collectors.toMap(each -> each, each -> each.command(command)));
            answers.forEach((installation, answer) -> assertThat(answer.exitCode())
                    .as(() -> command + " of " + installation + ": " + answer.output())
                    .isEqualTo(FINE));
        }
    }

    /** What was accepted at the counter is all that there is, and every dossier and each of its legs came to its end. */
    static void everyDossierIsFinishedOnce(Books counter, Set<String> accepted) {
        assertThat(counter.strings("select number from dossier.dossier where origin is null"))
                .containsExactlyInAnyOrderElementsOf(accepted);
        assertThat(counter.strings("select number from dossier.dossier"
                        + " where origin is null and (state <> 10 or end_element <> 'EndEvent_ResultReturned')"))
                .as("not returned")
                .isEmpty();
        assertThat(counter.strings("select dossier || ' ' || leg from dossier.leg where state <> 'DONE'"))
                .as("legs not done")
                .isEmpty();
        assertThat(
                        counter.strings(
                                "select dossier || ' ' || what || ' ' || count(*) from dossier.event"
                                        + " where what in ('received', 'ready', 'returned') group by dossier, what having count(*) > 1"))
                .as("told twice")
                .isEmpty();
    }

    /** Every leg that the application asked for was begun once, and there is no dossier besides. */
    static void everyLegWasBegunOnce(Books counter, int dossiers) {
        int legs = 0;
        for (int n = 0; n < dossiers; n++) {
            legs += Applications.legs(n);
        }
        assertThat(counter.number("select count(*) from dossier.leg where number is not null"))
                .isEqualTo(legs);
        assertThat(counter.number("select count(*) from dossier.dossier where origin is not null"))
                .isEqualTo(legs);
        assertThat(counter.number("select count(*) from interconnection.handover where state = 'DONE'"))
                .isEqualTo(legs);
    }

    /** Steps done are exactly the commands that were accepted, and none was done twice. */
    static void everyStepWasDoneOnce(Books books, List<Clerks.Done> accepted) {
        List<String> here = accepted.stream()
                .filter(done -> done.installation().equals(books.installation().name()))
                .map(done -> done.task() + " " + done.dossier() + " " + done.step())
                .toList();
        assertThat(new HashSet<>(here)).as("accepted twice").hasSameSizeAs(here);
        assertThat(books.strings("select task_id || ' ' || dossier || ' ' || step from worklist.closed_line"))
                .containsExactlyInAnyOrderElementsOf(here);
        assertThat(books.strings("select dossier || ' ' || step || ' ' || count(*) from worklist.closed_line"
                        + " group by dossier, step having count(*) > 1"))
                .as("done twice")
                .isEmpty();
    }

    /** Nothing waits for anybody any more. */
    static void nothingIsLeft(Books books) {
        for (String table : List.of(
                "worklist.line",
                "workflow.act_ru_task",
                "workflow.act_ru_execution",
                "workflow.act_ru_event_subscr where event_type_ = 'message' and proc_inst_id_ is not null",
                "deadline.clock where state <> 'STOPPED'",
                "dossier.dossier where finished_at is null")) {
            assertThat(books.number("select count(*) from " + table))
                    .as(() -> books.installation() + ": " + table)
                    .isZero();
        }
    }

    /** What went out arrived once, is known under the same names at both ends, and both say that it is done. */
    static void bothEndsAgree(Books here, Books there) {
        assertThat(there.strings("select handover || ' ' || origin || ' ' || leg || ' ' || number || ' ' || state"
                        + " from interconnection.incoming"))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(
                        here.strings("select id || ' ' || origin || ' ' || leg || ' ' || their_number || ' ' || state"
                                + " from interconnection.handover where channel = 'PUSH' and peer = '"
                                + there.installation().name() + "'"));
        assertThat(there.strings("select number from dossier.dossier"))
                .containsExactlyInAnyOrderElementsOf(there.strings("select number from interconnection.incoming"));
        assertThat(there.strings("select number from dossier.dossier where state <> 10"))
                .as("not done there")
                .isEmpty();
    }

    /** Every envelope that was written was delivered and handled, in order and once. */
    static void everyEnvelopeWasHandledOnce(List<Books> all) {
        for (Books books : all) {
            String where = books.installation().name();
            assertThat(books.strings(
                            "select kind || ' ' || state from interconnection.outbox" + " where state <> 'DELIVERED'"))
                    .as(() -> where + ": not delivered")
                    .isEmpty();
            assertThat(books.strings("select kind || ' ' || coalesce(problem, '') from interconnection.inbox"
                            + " where handled_at is null"))
                    .as(() -> where + ": not handled")
                    .isEmpty();
            assertThat(books.strings("select handover::text from interconnection.inbox group by handover, forward"
                            + " having max(sequence) <> count(*)"))
                    .as(() -> where + ": out of order")
                    .isEmpty();
        }
        List<String> sent = all.stream()
                .flatMap(books -> books.strings("select id::text from interconnection.outbox").stream())
                .toList();
        List<String> received = all.stream()
                .flatMap(books -> books.strings("select id::text from interconnection.inbox").stream())
                .toList();
        assertThat(received).isNotEmpty().containsExactlyInAnyOrderElementsOf(sent);
    }

    /** What came back is, byte by byte, what was given out there; and so with the papers that went along. */
    static void everyFileArrivedAsItLeft(Books here, Books there) {
        String results = "select %s || ' ' || document.code || ' ' || document.number || ' '"
                + " || encode(document.sha256, 'hex') from document.document join interconnection.%s"
                + " where document.kind = 'RESULT'";
        assertThat(here.strings(String.format(
                        results,
                        "handover.id",
                        "handover on handover.number = document.dossier_number and handover.peer = '"
                                + there.installation().name() + "'")))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(there.strings(String.format(
                        results, "incoming.handover", "incoming on incoming.number = document.dossier_number")));
    }
}
