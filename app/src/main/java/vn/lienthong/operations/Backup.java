package vn.lienthong.operations;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import vn.lienthong.operations.backup.BackingUp;
import vn.lienthong.operations.backup.BackupRefused;
import vn.lienthong.operations.backup.KeyFiles;

/** {@code backup <folder or file>}: everything of one moment in one file, beside running nodes or without them. */
final class Backup implements CommandLine.InTheDatabase {

    @Override
    public Class<?> configuration() {
        return BackupNeeds.class;
    }

    @Override
    public int run(ConfigurableApplicationContext product, List<String> arguments) throws IOException {
        Words words = Words.of("backup");
        if (arguments.size() != 1) {
            Console.error("backup /var/backups/lienthong");
            return CommandLine.USAGE;
        }
        try {
            KeyFiles keys = KeyFiles.of(CommandLine.home(), product.getEnvironment());
            BackingUp.Written written = product.getBean(BackingUp.class).write(Path.of(arguments.get(0)), keys);
            Console.print(words.say(
                    "written",
                    written.file(),
                    written.bytes(),
                    written.manifest().tables().size(),
                    written.manifest().rows(),
                    written.manifest().files().size(),
                    written.sha256()));
            return CommandLine.FINE;
        } catch (BackupRefused e) {
            Console.error(words.say(e.reason(), e.names()));
            return CommandLine.FOUND;
        }
    }
}
