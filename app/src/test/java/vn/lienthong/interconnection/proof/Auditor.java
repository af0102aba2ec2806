package vn.lienthong.interconnection.proof;

import static org.assertj.core.api.Assertions.assertThat;

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

    /** What belongs together within each installation is there, once; and nobody changed the log. */
    static void everyInstallationHolds(List<Installation> installations) {
        for (String command : List.of("verify-consistency", "verify-log")) {
            Map<Installation, ApplicationProcess> answers = installations.stream()
                    .collect(Collectors.toMap(each -> each, each -> ApplicationProcess.command(each.home(), command)));
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
}
