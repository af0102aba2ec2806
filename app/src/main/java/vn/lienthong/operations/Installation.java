package vn.lienthong.operations;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;

/**
 * What belongs to one installation.
 *
 * @param home the data folder; everything the product writes outside an external database lies below it. The default
 *     keeps a first trial inside the folder it was started in.
 * @param stopWithParent whether to stop when the process that started this one is gone, so that a killed Maven leaves no
 *     orphan behind. Off, because a service manager or a shell may well end first.
 */
@ConfigurationProperties("lienthong")
public record Installation(
        @DefaultValue(Installation.DEFAULT_HOME) Path home,
        @DefaultValue("false") boolean stopWithParent) {

    private static final String DEFAULT_HOME = "./data";

    public Installation {
        home = home.toAbsolutePath().normalize();
    }

    static Path homeOf(Environment environment) {
        return Path.of(environment.getProperty("lienthong.home", DEFAULT_HOME))
                .toAbsolutePath()
                .normalize();
    }
}
