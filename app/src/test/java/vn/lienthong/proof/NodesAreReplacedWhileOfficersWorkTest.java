package vn.lienthong.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Two nodes behind a reverse proxy, each told to stop ({@code SIGTERM}) and started again while officers work: nobody notices.
 *
 * <p>With {@code -Dprevious=<jar of an earlier version>} both begin as that version and end as this one, one after the other, on the
 * same database and with the same dossiers; with {@code -Dnext=<jar>} they end as that one. docs/for-developers says how, and what was seen.
 */
@Tag("process")
class NodesAreReplacedWhileOfficersWorkTest {

    private static final Logger LOG = LoggerFactory.getLogger(NodesAreReplacedWhileOfficersWorkTest.class);

    private static final int DOSSIERS = Integer.getInteger("dossiers", 3);

    /** Steps of an average dossier, with its legs. */
    private static final int STEPS = 14;

    /** Requests, most of them looks at lists. */
    private static final int SIDE_BY_SIDE = 15;

    private static final Duration STANDSTILL = Duration.ofMinutes(4);

    @TempDir
    Path folder;

    @Test
    void nobody_notices_that_nodes_go_and_come() throws Exception {
        String previous = System.getProperty("previous", "");
        try (Cluster cluster = new Cluster(folder, 2, 0, new Random(1), "--lienthong.readiness.farewell=3s");
                FrontDoor door = new FrontDoor(cluster.nodes());
                Clerks clerks = new Clerks(Map.of(cluster.nodes().get(0), door.address()))) {
            if (!previous.isEmpty()) {
                cluster.nodes().forEach(node -> node.runs(Path.of(previous)));
            }
            cluster.start();
            until(() -> cluster.nodes().stream().allMatch(door::sendsPeopleTo));
            clerks.begin(cluster.nodes().get(0), DOSSIERS);

            until(() -> clerks.progress() >= DOSSIERS * STEPS / 5);
            for (Installation node : cluster.nodes()) {
                LOG.info("{} commands so far", clerks.progress());
                replace(node, door, !previous.isEmpty());
                // Old and new serve side by side for a while.
                long servedBefore = door.served(node);
                until(() -> door.served(node) > servedBefore + SIDE_BY_SIDE);
            }
            clerks.untilReturned(DOSSIERS, STANDSTILL);

            LOG.info("{} commands accepted; tried again because of {}", clerks.progress(), Officer.troubles());
            assertThat(clerks.objections()).isEmpty();
            assertThat(door.brokenOff()).as("received and not answered").isEmpty();
            assertThat(Officer.troubles()).as("what officers had to try again").isEmpty();
            Books books = cluster.books();
            Auditor.everyDossierIsFinishedOnce(books, clerks.received());
            Auditor.everyLegWasBegunOnce(books, DOSSIERS);
            Auditor.everyStepWasDoneOnce(books, clerks.done());
            Auditor.nothingIsLeft(books);
            Auditor.everyInstallationHolds(List.of(books.installation()));
        }
    }

    /** An earlier version may say nothing before it goes; there the operator takes it out of the proxy first. */
    private static void replace(Installation node, FrontDoor door, boolean upgrade) throws InterruptedException {
        LOG.info("{} is told to stop", node);
        if (upgrade) {
            door.takeOut(node);
        }
        LOG.info("{} ended with {}", node, node.stop());
        node.runs(System.getProperty("next") == null ? null : Path.of(System.getProperty("next")));
        node.start();
        door.letIn(node);
        LOG.info("{} is back", node);
    }

    private interface Condition {
        boolean holds();
    }

    private static void until(Condition condition) throws InterruptedException {
        long end = System.nanoTime() + STANDSTILL.toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("stands still").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
