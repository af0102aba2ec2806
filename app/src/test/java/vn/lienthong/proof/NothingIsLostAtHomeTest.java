package vn.lienthong.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All agencies on one installation, which dies at random while officers work over a bad line: whatever it has accepted is
 * done in the end, and once.
 *
 * <p>docs/for-developers says how to run it larger, and what was seen.
 */
@Tag("process")
class NothingIsLostAtHomeTest {

    private static final Logger LOG = LoggerFactory.getLogger(NothingIsLostAtHomeTest.class);

    private static final int DOSSIERS = Integer.getInteger("dossiers", 6);
    private static final int KILLS = Integer.getInteger("kills", 1);
    private static final long SEED = Long.getLong("seed", System.nanoTime());

    /** One request in ten is lost, doubled, delayed or answered in half. */
    private static final double FAULTY = 0.1;

    /** Steps of an average dossier, with its legs. */
    private static final int STEPS = 14;

    private static final Duration STANDSTILL = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    @Test
    void whatever_was_accepted_is_done_once_however_often_the_process_dies() throws Exception {
        LOG.info("{} dossiers, {} kills, -Dseed={}", DOSSIERS, KILLS, SEED);
        var random = new Random(SEED);
        try (Installation ward = new Installation("ward", folder);
                ChaosLink line = new ChaosLink(ward.address(), FAULTY, random);
                Clerks clerks = new Clerks(Map.of(ward, line.address()));
                Disasters disasters = new Disasters(random)) {
            ward.start();

            clerks.begin(ward, DOSSIERS);
            disasters.begin(Disasters.deaths(List.of(ward), KILLS), clerks::progress, DOSSIERS * STEPS);
            clerks.untilReturned(DOSSIERS, STANDSTILL);
            List<String> happened = disasters.untilOver();
            LOG.info("{} commands accepted, {} of them sent again", clerks.progress(), clerks.repeats());
            LOG.info("{}; {}", happened, line.counts());

            Books books = Books.of(ward);
            assertThat(happened).hasSize(KILLS);
            assertThat(clerks.objections()).isEmpty();
            Auditor.everyDossierIsFinishedOnce(books, clerks.received());
            Auditor.everyLegWasBegunOnce(books, DOSSIERS);
            Auditor.everyStepWasDoneOnce(books, clerks.done());
            Auditor.nothingIsLeft(books);
            Auditor.everyInstallationHolds(List.of(ward));
        }
    }
}
