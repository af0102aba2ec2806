package vn.lienthong.operations;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What belongs to one installation.
 *
 * @param home the data folder; everything the product writes outside an external database lies below it. The default
 *     keeps a first trial inside the folder it was started in.
 */
@ConfigurationProperties("lienthong")
public record Installation(@DefaultValue("./data") Path home) {

    public Installation {
        home = home.toAbsolutePath().normalize();
    }
}
