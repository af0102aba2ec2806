package vn.lienthong.document.signing;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Keys and whom to believe.
 *
 * @param keystores by code of the agency; an agency without one signs and seals on paper
 * @param trusted certificates (PEM, one file) of the authorities whose signatures are believed, such as the national root;
 *     null: only this installation's own
 */
@ConfigurationProperties("lienthong.signing")
public record SigningSettings(
        @DefaultValue Map<String, Keystore> keystores,
        @Nullable Path trusted) {

    /** Alias of the agency's seal in its keystore; every other alias is the user name of an official. */
    public static final String SEAL = "seal";

    /**
     * @param file PKCS#12
     * @param passwordFile holds the password and nothing else; a file, because what is set in the environment can be read by
     *     other programs of the same user
     */
    public record Keystore(Path file, Path passwordFile) {}
}
