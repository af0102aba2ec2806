package vn.lienthong.proof;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.proof.Disasters.Disaster;

/**
 * The lead procedure across installations that each have a database of their own, while the lines between them lose, delay,
 * double and reorder what goes through, and while each installation dies several times: in the end every dossier is
 * finished once, every number is unique, every ledger complete, nothing lost and nothing done twice.
 *
 * <p>docs/for-developers says how to run it larger, and what was seen.
 */
@Tag("process")
class NothingIsLostBetweenInstallationsTest {

    private static final Logger LOG = LoggerFactory.getLogger(NothingIsLostBetweenInstallationsTest.class);

    private static final int DOSSIERS = Integer.getInteger("dossiers", 8);
    /** Of each installation. */
    private static final int KILLS = Integer.getInteger("kills", 1);

    private static final int INSTALLATIONS = Integer.getInteger("installations", 2);
    private static final long SEED = Long.getLong("seed", System.nanoTime());

    /** Three requests in ten between installations are lost, doubled, delayed or answered in half. */
    private static final double FAULTY = 0.3;

    /** Steps of an average dossier, with its legs. */
    private static final int STEPS = 14;

    private static final Duration STANDSTILL = Duration.ofMinutes(7);
    private static final Duration AFTERMATH = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    @Test
    void every_dossier_is_finished_once_whatever_happens_to_lines_and_machines() throws Exception {
        LOG.info("{} dossiers, {} kills each, {} installations, -Dseed={}", DOSSIERS, KILLS, INSTALLATIONS, SEED);
        var random = new Random(SEED);
        try (Country country = new Country(folder, INSTALLATIONS > 2, FAULTY, random);
                Clerks clerks = new Clerks(country.all().stream().collect(toMap(each -> each, Installation::address)));
                Disasters disasters = new Disasters(random)) {
            country.start();

            clerks.begin(country.province(), DOSSIERS);
            List<Disaster> course = course(country);
            disasters.begin(course, clerks::progress, DOSSIERS * STEPS);
            clerks.untilReturned(DOSSIERS, STANDSTILL);
            List<String> happened = disasters.untilOver();
            country.lines().forEach(ChaosLink::mend);
            List<Books> books = country.all().stream().map(Books::of).toList();
            Auditor.untilSettled(books, AFTERMATH);
            LOG.info("{} commands accepted, {} of them sent again", clerks.progress(), clerks.repeats());
            LOG.info(
                    "{}; {}",
                    happened,
                    country.lines().stream().map(ChaosLink::counts).toList());

            assertThat(happened).hasSize(course.size());
            assertThat(clerks.objections()).isEmpty();
            Books province = books.get(0);
            Auditor.everyDossierIsFinishedOnce(province, clerks.received());
            Auditor.everyLegWasBegunOnce(province, DOSSIERS);
            for (Books agency : books.subList(1, books.size())) {
                Auditor.bothEndsAgree(province, agency);
                Auditor.everyFileArrivedAsItLeft(province, agency);
            }
            Auditor.everyEnvelopeWasHandledOnce(books);
            books.forEach(each -> Auditor.everyStepWasDoneOnce(each, clerks.done()));
            books.forEach(Auditor::nothingIsLeft);
            Auditor.everyInstallationHolds(country.all());
        }
    }

    /** Every installation dies, and every line between two of them is cut. */
    private static List<Disaster> course(Country country) {
        List<Disaster> all = new ArrayList<>(Disasters.deaths(country.all(), KILLS));
        country.lines().forEach(line -> all.add(Disaster.lineCut("line", line)));
        return all;
    }
}
