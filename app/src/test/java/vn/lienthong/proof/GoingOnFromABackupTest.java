package vn.lienthong.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.testing.ApplicationProcess;

/**
 * The drill: officers work, a backup is taken beside them, the machine is gone; elsewhere, in an empty folder, everything that
 * was confirmed before the backup is there again, and the same dossiers go on to their end.
 */
@Tag("process")
class GoingOnFromABackupTest {

    private static final Logger LOG = LoggerFactory.getLogger(GoingOnFromABackupTest.class);

    private static final int DOSSIERS = Integer.getInteger("dossiers", 2);

    private static final Duration STANDSTILL = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    @Test
    void the_same_dossiers_go_on_elsewhere_from_a_backup_that_was_taken_while_officers_worked() throws Exception {
        Path backups = Files.createDirectories(folder.resolve("backups"));
        Set<String> receivedBefore;
        Set<String> doneBefore;
        try (Installation lost = new Installation("lost", folder);
                Clerks clerks = new Clerks(Map.of(lost, lost.address()))) {
            lost.start();
            clerks.begin(lost, DOSSIERS);
            while (clerks.received().size() < DOSSIERS || clerks.done().size() < DOSSIERS * 3) {
                Thread.sleep(50);
            }
            receivedBefore = clerks.received();
            doneBefore = tasks(clerks);

            succeeds(lost.home(), "backup", backups.toString());

            LOG.info(
                    "{} commands before the backup, {} after it",
                    doneBefore.size(),
                    clerks.done().size());
            assertThat(clerks.done().size()).as("the node went on").isGreaterThan(doneBefore.size());
            lost.cutPower();
        }
        Path backup = theOnlyFileIn(backups);
        try (Installation found = new Installation("found", folder);
                Clerks clerks = new Clerks(Map.of(found, found.address()))) {
            aDamagedOneIsRefused(backup, found.home());

            String told =
                    succeeds(folder, "restore", backup.toString(), found.home().toString());

            assertThat(told).contains("Dữ liệu nhất quán.", "Nhật ký nguyên vẹn.", "khởi động nút được");
            nothingIsOverwritten(backup, found.home());
            found.start();
            Books books = Books.of(found);
            var received = new HashSet<>(books.strings("select number from dossier.dossier where origin is null"));
            assertThat(received).containsExactlyInAnyOrderElementsOf(receivedBefore);
            assertThat(books.strings("select task_id from worklist.closed_line"))
                    .containsAll(doneBefore);
            clerks.goOn(
                    found,
                    Set.copyOf(books.strings(
                            "select number from dossier.dossier where origin is null and finished_at is null")));
            clerks.untilReturned(clerks.received().size(), STANDSTILL);
            assertThat(clerks.objections()).isEmpty();
            Auditor.everyDossierIsFinishedOnce(books, received);
            Auditor.everyLegWasBegunOnce(books, DOSSIERS);
            Auditor.nothingIsLeft(books);
            Auditor.everyInstallationHolds(List.of(found));
        }
    }

    private static Set<String> tasks(Clerks clerks) {
        return clerks.done().stream().map(Clerks.Done::task).collect(Collectors.toSet());
    }

    private void aDamagedOneIsRefused(Path backup, Path home) throws IOException {
        Path damaged = Files.copy(backup, folder.resolve("damaged.backup"), StandardCopyOption.REPLACE_EXISTING);
        try (var file = new RandomAccessFile(damaged.toFile(), "rw")) {
            file.seek(file.length() / 2);
            int was = file.read();
            file.seek(file.length() / 2);
            file.write(was ^ 1);
        }
        ApplicationProcess restore = ApplicationProcess.command(folder, "restore", damaged.toString(), home.toString());
        assertThat(restore.exitCode()).isEqualTo(1);
        assertThat(restore.output()).contains("bị hỏng");
        assertThat(home).doesNotExist();
    }

    private void nothingIsOverwritten(Path backup, Path home) {
        ApplicationProcess restore = ApplicationProcess.command(folder, "restore", backup.toString(), home.toString());
        assertThat(restore.exitCode()).isEqualTo(1);
        assertThat(restore.output()).contains("không trống");
    }

    private static String succeeds(Path home, String... words) {
        ApplicationProcess command = ApplicationProcess.command(home, words);
        assertThat(command.exitCode()).as(command::output).isZero();
        LOG.info("{}", command.output());
        return command.output();
    }

    private static Path theOnlyFileIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }
}
