package vn.lienthong.operations;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.StringUtils;

/**
 * What an operator runs beside the product, or while it stands still: {@code java -jar lienthong.jar verify-log}. It works
 * on the same database, by the same settings, starts no node and changes nothing that a node holds. What begins with two
 * hyphens after it is a setting, as a node takes it.
 */
public final class CommandLine {

    /** Nothing to complain of. */
    static final int FINE = 0;

    /** Done, and there is something to complain of. */
    static final int FOUND = 1;

    /** The command itself was wrong; as in sysexits.h. */
    static final int USAGE = 64;

    /** One command, and how it answers. */
    interface Errand {

        /** @return one of {@link #FINE}, {@link #FOUND}, {@link #USAGE} */
        int run(List<String> arguments) throws IOException;
    }

    /** A command that works on the database of an installation that there is. */
    interface InTheDatabase extends Errand {

        /** The configuration that holds what it needs, and nothing else of the product. */
        Class<?> configuration();

        /** @return one of {@link #FINE}, {@link #FOUND}, {@link #USAGE} */
        int run(ConfigurableApplicationContext product, List<String> arguments) throws IOException;

        @Override
        default int run(List<String> arguments) throws IOException {
            try (OfflineDatabase database = OfflineDatabase.find(home())) {
                return run(database, arguments);
            }
        }

        default int run(OfflineDatabase database, List<String> arguments) throws IOException {
            try (ConfigurableApplicationContext product = start(configuration(), database)) {
                DatabaseVersion.check(product.getBean(DataSource.class));
                return run(product, arguments);
            }
        }
    }

    private static final Map<String, Errand> ERRANDS = new TreeMap<>(Map.of(
            "verify-log", new VerifyLog(),
            "verify-consistency", new VerifyConsistency(),
            "backup", new Backup(),
            "restore", new Restore(),
            "create-account", new CreateAccount(),
            "retention", new Retention()));

    private CommandLine() {}

    /** Whether these arguments name a command and not settings of a node. */
    public static boolean means(String... arguments) {
        return arguments.length > 0 && !arguments[0].startsWith("-");
    }

    /** @return the process's exit code */
    public static int run(String... arguments) {
        Errand errand = ERRANDS.get(arguments[0]);
        if (errand == null) {
            Console.error("? " + arguments[0] + System.lineSeparator()
                    + String.join(System.lineSeparator(), ERRANDS.keySet()));
            return USAGE;
        }
        try {
            return errand.run(Arrays.asList(arguments).subList(1, arguments.length));
        } catch (AlreadySaid e) {
            return FOUND;
        } catch (StartRefused e) {
            Console.error(e.text());
            return FOUND;
        } catch (IOException e) {
            Console.error(String.valueOf(e.getMessage()));
            return FOUND;
        }
    }

    static ConfigurableApplicationContext start(Class<?> configuration, OfflineDatabase database) {
        SpringApplication application = new SpringApplicationBuilder(configuration)
                .web(WebApplicationType.NONE)
                .profiles("command")
                .logStartupInfo(false)
                .properties(Map.of("logging.level.root", "warn", "spring.main.banner-mode", "off"))
                .build();
        try {
            return application.run(Stream.concat(
                            // No node: it opens no port, and the database is not its own to change.
                            Stream.of("--server.port=0", "--spring.flyway.enabled=false"),
                            database.settings().entrySet().stream()
                                    .map(setting -> "--" + setting.getKey() + "=" + setting.getValue()))
                    .toArray(String[]::new));
        } catch (StartRefused e) {
            throw new AlreadySaid(e);
        }
    }

    /** What kept the command from its work was printed where that was found. */
    private static final class AlreadySaid extends RuntimeException {

        private static final long serialVersionUID = 1;

        AlreadySaid(StartRefused why) {
            super(why);
        }
    }

    static Path home() {
        String home = System.getenv("LIENTHONG_HOME");
        return Path.of(StringUtils.hasText(home) ? home : "./data")
                .toAbsolutePath()
                .normalize();
    }

    /** In the language of the machine when it is English, otherwise Vietnamese. */
    static Locale language() {
        String language = String.valueOf(System.getenv("LANG"));
        return language.startsWith("en") ? Locale.ENGLISH : Locale.forLanguageTag("vi");
    }
}
