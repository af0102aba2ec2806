package vn.lienthong.operations.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Keys and secrets that lie in files: all of the data folder except its database, and whatever the settings name elsewhere.
 * What stands in an environment variable is not ours to write down.
 */
public final class KeyFiles {

    /** Last words of settings below {@code lienthong} whose value is a file or a folder with secrets. */
    private static final Set<String> SETTINGS =
            Set.of("file", "password-file", "secret-file", "keys", "trusted", "passwordfile", "secretfile");

    private static final Set<String> NO_KEYS = Set.of("postgresql", "lienthong.lock");

    private static final List<String> NO_KEY_ENDINGS = List.of(".backup", ".part", ".draft", ".log");

    private final Path home;
    private final SortedSet<Path> files = new TreeSet<>();

    private KeyFiles(Path home) {
        this.home = home;
    }

    public static KeyFiles of(Path home, Environment environment) throws IOException {
        var keys = new KeyFiles(home.toAbsolutePath().normalize());
        if (Files.isDirectory(keys.home)) {
            try (Stream<Path> here = Files.list(keys.home)) {
                for (Path each : here.filter(KeyFiles::mayHoldKeys).toList()) {
                    keys.add(each);
                }
            }
        }
        for (Path each : keys.named(environment)) {
            keys.add(each);
        }
        return keys;
    }

    private static boolean mayHoldKeys(Path file) {
        String name = file.getFileName().toString();
        return !NO_KEYS.contains(name) && NO_KEY_ENDINGS.stream().noneMatch(name::endsWith);
    }

    private Set<Path> named(Environment environment) {
        Set<Path> found = new LinkedHashSet<>();
        Binder.get(environment)
                .bind("lienthong", Bindable.mapOf(String.class, String.class))
                .orElse(Map.of())
                .forEach((key, value) -> {
                    if (SETTINGS.contains(key.substring(key.lastIndexOf('.') + 1)) && isThere(value)) {
                        found.add(Path.of(value).toAbsolutePath().normalize());
                    }
                });
        return found;
    }

    private static boolean isThere(String value) {
        try {
            return !value.isBlank() && Files.exists(Path.of(value));
        } catch (InvalidPathException e) {
            // An address, for instance where a peer publishes its keys.
            return false;
        }
    }

    private void add(Path place) throws IOException {
        try (Stream<Path> below = Files.walk(place)) {
            below.filter(Files::isRegularFile).filter(KeyFiles::mayHoldKeys).forEach(files::add);
        }
    }

    SortedSet<Path> files() {
        return files;
    }

    /** As it is written down: relative when it lies below the data folder, which may be elsewhere next time. */
    String place(Path file) {
        return file.startsWith(home) ? home.relativize(file).toString().replace('\\', '/') : file.toString();
    }
}
