package vn.lienthong.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.proof.Disasters.Disaster;

/**
 * Two nodes on one PostgreSQL. The same officers sit at both, so that everything is tried twice and at once; meanwhile nodes are killed,
 * PostgreSQL is restarted, falls and is out of reach, lines break and connections run out. Whatever was accepted is done in the
 * end, and once.
 *
 * <p>docs/for-developers says how to run it larger, and what was seen.
 */
@Tag("process")
class NothingIsLostOnTwoNodesTest {

    private static final Logger LOG = LoggerFactory.getLogger(NothingIsLostOnTwoNodesTest.class);

    private static final int DOSSIERS = Integer.getInteger("dossiers", 3);
    private static final int KILLS = Integer.getInteger("kills", 1);
    private static final long SEED = Long.getLong("seed", System.nanoTime());

    /** One request in twenty is lost, doubled, delayed or answered in half. */
    private static final double FAULTY = 0.05;

    /** Steps of an average dossier, with its legs. */
    private static final int STEPS = 14;

    private static final Duration STANDSTILL = Duration.ofMinutes(4);

    private final Rush rush = new Rush();

    @TempDir
    Path folder;

    @Test
    void whatever_was_accepted_is_done_once_whichever_node_or_database_dies() throws Exception {
        LOG.info("{} dossiers, {} kills, -Dseed={}", DOSSIERS, KILLS, SEED);
        var random = new Random(SEED);
        try (Cluster cluster = new Cluster(
                        folder,
                        2,
                        FAULTY,
                        random,
                        "--spring.datasource.hikari.maximum-pool-size=8",
                        "--spring.datasource.hikari.connection-timeout=2000");
                Clerks clerks = Clerks.inTwoPlaces(cluster.doors());
                Disasters disasters = new Disasters(random)) {
            cluster.start();

            List<Disaster> course = course(cluster, random);
            clerks.beginEverywhere(DOSSIERS);
            disasters.begin(course, clerks::progress, DOSSIERS * STEPS);
            clerks.untilReturned(DOSSIERS, STANDSTILL);
            List<String> happened = disasters.untilOver();
            LOG.info(
                    "{} commands accepted, {} of them sent again, {} came second",
                    clerks.progress(),
                    clerks.repeats(),
                    clerks.beaten());
            LOG.info("tried again because of {}", Officer.troubles());
            LOG.info(
                    "{}; rush {}; {}",
                    happened,
                    rush.statuses(),
                    cluster.lines().values().stream().map(ChaosLink::counts).toList());

            Books books = cluster.books();
            assertThat(happened).hasSize(course.size());
            assertThat(clerks.objections()).isEmpty();
            Map<Integer, Long> answered = rush.statuses();
            // Whose connection broke off was told nothing; how many that were is in the log.
            answered.remove(0);
            assertThat(answered).as("told kindly, or served").containsOnlyKeys(allowed());
            Auditor.everyDossierIsFinishedOnce(books, clerks.received());
            Auditor.everyLegWasBegunOnce(books, DOSSIERS);
            Auditor.everyStepWasDoneOnce(
                    books,
                    clerks.done().stream()
                            .map(done -> done.at(books.installation()))
                            .toList());
            Auditor.nothingIsLeft(books);
            Auditor.everyInstallationHolds(List.of(books.installation()));
        }
    }

    private List<Integer> allowed() {
        return rush.statuses().keySet().stream()
                .filter(status -> status == 200 || status == 503)
                .toList();
    }

    /** Kills, and after every second one something else in turn, the whole round at least once. */
    private List<Disaster> course(Cluster cluster, Random random) {
        Server server = cluster.server();
        Installation one = cluster.nodes().get(0);
        List<Disaster> others = List.of(
                new Disaster("PostgreSQL falls", () -> {
                    server.fall();
                    return null;
                }),
                new Disaster("more people than connections", () -> {
                    try (var held = server.worklistsHeld()) {
                        return rush.at(one, Duration.ofSeconds(4));
                    }
                }),
                new Disaster("PostgreSQL out of reach", () -> {
                    server.outOfReach(Duration.ofSeconds(2));
                    return null;
                }),
                Disaster.lineCut(
                        "officers' line", cluster.lines().values().iterator().next()),
                new Disaster("PostgreSQL restarted", () -> {
                    server.restart();
                    return null;
                }));
        List<Disaster> all = new ArrayList<>();
        for (int n = 0; n < KILLS; n++) {
            all.add(Disaster.kill(
                    cluster.nodes().get(random.nextInt(cluster.nodes().size()))));
            if (n % 2 == 1) {
                all.add(others.get(n / 2 % others.size()));
            }
        }
        if (KILLS < 2 * others.size()) {
            all.addAll(others.subList(KILLS / 2, others.size()));
        }
        return all;
    }
}
