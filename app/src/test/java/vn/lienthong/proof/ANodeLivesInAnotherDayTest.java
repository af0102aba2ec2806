package vn.lienthong.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clock of one of two nodes jumps a day forward, and back again, while officers work: that node is not given work any more, tells
 * nobody of deadlines that have not come, seals no day that is not over, and carries on when its clock is right.
 *
 * <p>On demand, because it needs libfaketime: {@code -Dfaketime=/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1}.
 */
@Tag("process")
@EnabledIfSystemProperty(named = "faketime", matches = ".+")
class ANodeLivesInAnotherDayTest {

    private static final Logger LOG = LoggerFactory.getLogger(ANodeLivesInAnotherDayTest.class);

    private static final int DOSSIERS = Integer.getInteger("dossiers", 4);

    private static final Duration STANDSTILL = Duration.ofMinutes(4);

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @Test
    void its_day_is_nobody_elses() throws Exception {
        Path offset = Files.writeString(folder.resolve("offset"), "+0");
        try (Cluster cluster = new Cluster(folder, 2, 0, new Random(1));
                FrontDoor door = new FrontDoor(cluster.nodes());
                Clerks clerks = new Clerks(Map.of(cluster.nodes().get(0), door.address()))) {
            Installation strange = cluster.nodes().get(1);
            strange.startsWith(Map.of(
                    "LD_PRELOAD",
                    System.getProperty("faketime"),
                    "FAKETIME_TIMESTAMP_FILE",
                    offset.toString(),
                    "FAKETIME_NO_CACHE",
                    "1",
                    // Waits are waits, whatever day it is.
                    "FAKETIME_DONT_FAKE_MONOTONIC",
                    "1"));
            cluster.start();
            until(() -> readiness(strange) == 200);
            clerks.begin(cluster.nodes().get(0), DOSSIERS);
            until(() -> clerks.received().size() == DOSSIERS);
            Books books = cluster.books();
            long told = books.number("select count(*) from deadline.escalation");

            Files.writeString(offset, "+1d");
            until(() -> readiness(strange) == 503);
            LOG.info("{} is not ready", strange);
            TimeUnit.SECONDS.sleep(20);

            assertThat(books.number("select count(*) from deadline.escalation"))
                    .as("told of deadlines that have not come")
                    .isEqualTo(told);
            assertThat(books.number("select count(*) from audit.seal"))
                    .as("sealed")
                    .isZero();

            Files.writeString(offset, "+0");
            until(() -> readiness(strange) == 200);
            LOG.info("{} is ready again", strange);
            clerks.untilReturned(DOSSIERS, STANDSTILL);
            assertThat(clerks.objections()).isEmpty();
            Auditor.everyDossierIsFinishedOnce(books, clerks.received());
            Auditor.everyStepWasDoneOnce(books, clerks.done());
            Auditor.nothingIsLeft(books);
            Auditor.everyInstallationHolds(List.of(books.installation()));
        }
    }

    private static int readiness(Installation node) throws IOException, InterruptedException {
        return HTTP.send(
                        HttpRequest.newBuilder(node.address().resolve("/actuator/health/readiness"))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    private interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    private static void until(Condition condition) throws IOException, InterruptedException {
        long end = System.nanoTime() + STANDSTILL.toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("stands still").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }
}
