package vn.lienthong.interconnection.portal;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * The national portal; without an address nobody is told anything.
 *
 * @param url where its calls begin
 * @param user of this installation there
 * @param secretFile file with the password, read at each login, so that it can be changed while the node runs
 * @param timeout how long one call may take; files of 20 MB travel in it
 * @param units code of an agency at the portal, by our code; an agency that is not named goes by its identifier code
 * @param services code of the portal's service, by key of our procedure; otherwise the national code of the procedure
 * @param subjects who applies, by key of our procedure: 0 a citizen (unless named), 1 an enterprise, 2 a household business
 */
@ConfigurationProperties("lienthong.portal")
record PortalSettings(
        @Nullable URI url,
        @DefaultValue("") String user,
        @Nullable Path secretFile,
        @DefaultValue("30s") Duration timeout,
        @DefaultValue Map<String, String> units,
        @DefaultValue Map<String, String> services,
        @DefaultValue Map<String, Integer> subjects) {

    /** Whether this installation has a portal to talk to. */
    boolean on() {
        return address().isPresent();
    }

    Optional<URI> address() {
        return Optional.ofNullable(url).filter(known -> StringUtils.hasText(known.toString()));
    }
}
