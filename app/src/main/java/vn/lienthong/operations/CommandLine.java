package vn.lienthong.operations;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.StringUtils;

/**
 * What an operator runs beside the product, or while it stands still: {@code java -jar lienthong.jar verify-log}. It works
 * on the same database, by the same settings, starts no node and changes nothing that a node holds.
 */
public final class CommandLine {

    /** Nothing to complain of. */
    static final int FINE = 0;

    /** Done, and there is something to complain of. */
    static final int FOUND = 1;

    /** The command itself was wrong; as in sysexits.h. */
    static final int USAGE = 64;

    /** One command: what it is made of, and how it answers. */
    interface Errand {

        /** The configuration that holds what it needs, and nothing else of the product. */
        Class<?> configuration();

        /** @return one of {@link #FINE}, {@link #FOUND}, {@link #USAGE} */
        int run(ConfigurableApplicationContext product, List<String> arguments);
    }

    private static final Map<String, Errand> ERRANDS =
            new TreeMap<>(Map.of("verify-log", new VerifyLog(), "verify-consistency", new VerifyConsistency()));

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
        try (OfflineDatabase database = OfflineDatabase.find(home());
                ConfigurableApplicationContext product = start(errand, database)) {
            return errand.run(product, Arrays.asList(arguments).subList(1, arguments.length));
        } catch (IOException e) {
            Console.error(String.valueOf(e.getMessage()));
            return FOUND;
        }
    }

    private static ConfigurableApplicationContext start(Errand errand, OfflineDatabase database) {
        SpringApplication application = new SpringApplicationBuilder(errand.configuration())
                .web(WebApplicationType.NONE)
                .profiles("command")
                .logStartupInfo(false)
                .properties(Map.of("logging.level.root", "warn", "spring.main.banner-mode", "off"))
                .build();
        return application.run(Stream.concat(
                        // No node: it opens no port, and the database is not its own to change.
                        Stream.of("--server.port=0", "--spring.flyway.enabled=false"),
                        database.settings().entrySet().stream()
                                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue()))
                .toArray(String[]::new));
    }

    private static Path home() {
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
