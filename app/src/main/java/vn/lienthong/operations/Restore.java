package vn.lienthong.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import vn.lienthong.operations.backup.Archive;
import vn.lienthong.operations.backup.BackupRefused;
import vn.lienthong.operations.backup.Manifest;
import vn.lienthong.operations.backup.Restoring;

/**
 * {@code restore <file> [<empty data folder>]}: puts a backup back where nothing is, and asks afterwards whether everything
 * belongs together. With a database of the administration's own it is filled and the folder takes the keys.
 */
final class Restore implements CommandLine.Errand {

    @Override
    public int run(List<String> arguments) throws IOException {
        if (arguments.isEmpty() || arguments.size() > 2) {
            Console.error("restore /var/backups/lienthong/lienthong-20261123-101500.backup [/var/lib/lienthong]");
            return CommandLine.USAGE;
        }
        Words words = Words.of("restore");
        Path file = Path.of(arguments.get(0));
        Path home = arguments.size() < 2
                ? CommandLine.home()
                : Path.of(arguments.get(1)).toAbsolutePath().normalize();
        try (Archive archive = Archive.open(file)) {
            if (!isEmpty(home)) {
                Console.error(words.say("folder-not-empty", home));
                return CommandLine.FOUND;
            }
            Manifest manifest = archive.manifest();
            Console.print(words.say(
                    "begins",
                    file,
                    manifest.takenAt(),
                    manifest.tables().size(),
                    manifest.rows(),
                    manifest.files().size()));
            boolean done = false;
            try (OfflineDatabase database = OfflineDatabase.fresh(home)) {
                try (ConfigurableApplicationContext product = CommandLine.start(BackupNeeds.class, database)) {
                    product.getBean(Restoring.class).tables(archive);
                }
                Restoring.files(archive, home)
                        .forEach(elsewhere -> Console.print(words.say("key-elsewhere", elsewhere)));
                Console.print(words.say("restored", home));
                done = true;
                return verified(database, words);
            } finally {
                if (!done) {
                    // It was empty, and the next try wants it so.
                    FileSystemUtils.deleteRecursively(home);
                }
            }
        } catch (BackupRefused e) {
            Console.error(words.say(e.reason(), e.names()));
            return CommandLine.FOUND;
        }
    }

    private static int verified(OfflineDatabase database, Words words) throws IOException {
        int consistency = new VerifyConsistency().run(database, List.of());
        int log = new VerifyLog().run(database, List.of());
        boolean fine = consistency == CommandLine.FINE && log == CommandLine.FINE;
        Console.print(words.say(fine ? "fine" : "found"));
        return fine ? CommandLine.FINE : CommandLine.FOUND;
    }

    private static boolean isEmpty(Path home) throws IOException {
        if (!Files.exists(home)) {
            return true;
        }
        try (Stream<Path> here = Files.list(home)) {
            return here.findAny().isEmpty();
        }
    }
}
