package vn.lienthong.operations;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;
import org.springframework.util.StringUtils;
import vn.lienthong.operations.StartRefused.Reason;

/**
 * Looks at the surroundings before anything is started, so that whoever made a mistake hears it at once, completely and in
 * a sentence, and nothing was touched.
 */
final class StartChecks implements ApplicationContextInitializer<GenericApplicationContext>, Ordered {

    /** Bytes of entropy behind 32 hexadecimal digits; what {@code openssl rand -hex 32} gives is twice that. */
    private static final int SHORTEST_SECRET = 32;

    /** Words of examples and habits; nobody keeps a secret that contains one. */
    private static final Pattern DEFAULT_SECRET = Pattern.compile(
            "change-?me|changeit|secret|password|default|example|lienthong|demo", Pattern.CASE_INSENSITIVE);

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void initialize(GenericApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        List<Reason> reasons = new ArrayList<>();
        boolean inEarnest = environment.acceptsProfiles(Profiles.of("prod"));
        if (inEarnest) {
            production(environment, reasons);
        }
        if (environment.acceptsProfiles(Profiles.of("demo"))) {
            demonstration(environment, inEarnest, reasons);
        }
        SigningChecks.keys(environment, inEarnest, reasons);
        ClientChecks.secrets(environment, inEarnest, reasons);
        if (reasons.isEmpty() && !inEarnest && !hasExternalDatabase(environment)) {
            ownFolder(context, environment, reasons);
        }
        port(environment).ifPresent(reasons::add);
        if (!reasons.isEmpty()) {
            throw new StartRefused(reasons);
        }
    }

    private static void production(ConfigurableEnvironment environment, List<Reason> reasons) {
        if (!hasExternalDatabase(environment)) {
            reasons.add(Reason.of("prod-database"));
        }
        String secret = environment.getProperty("lienthong.secret", "");
        if (secret.length() < SHORTEST_SECRET || isSample(secret)) {
            reasons.add(Reason.of("prod-secret", SHORTEST_SECRET));
        }
        boolean provider = StringUtils.hasText(environment.getProperty("lienthong.identity.issuer"));
        boolean local = environment.getProperty("lienthong.identity.local-accounts", Boolean.class, false);
        if (provider == local) {
            reasons.add(Reason.of(provider ? "prod-identity-twice" : "prod-identity-provider"));
        }
    }

    static boolean isSample(String secret) {
        return DEFAULT_SECRET.matcher(secret).find();
    }

    private static void demonstration(Environment environment, boolean inEarnest, List<Reason> reasons) {
        if (inEarnest) {
            reasons.add(Reason.of("demo-in-production"));
        }
        String address = environment.getProperty("server.address", "");
        try {
            if (address.isEmpty() || !InetAddress.getByName(address).isLoopbackAddress()) {
                reasons.add(Reason.of("demo-reachable", address.isEmpty() ? "0.0.0.0" : address));
            }
        } catch (UnknownHostException e) {
            reasons.add(Reason.of("address-unknown", address));
        }
    }

    private static void ownFolder(
            GenericApplicationContext context, ConfigurableEnvironment environment, List<Reason> reasons) {
        String system = System.getProperty("os.name");
        String processor = System.getProperty("os.arch");
        if (!hasBinaries(system, processor)) {
            reasons.add(Reason.of("platform", system, processor));
            return;
        }
        try {
            DataFolder folder = DataFolder.claim(Installation.homeOf(environment));
            context.registerBean(DataFolder.class, () -> folder);
            ownSecret(environment, folder.secret());
        } catch (StartRefused e) {
            reasons.addAll(e.reasons());
        } catch (InvalidPathException e) {
            reasons.add(Reason.of("data-folder-unwritable", e.getInput()));
        }
    }

    private static void ownSecret(ConfigurableEnvironment environment, String secret) {
        if (!environment.containsProperty("lienthong.secret")) {
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource("data folder", Map.of("lienthong.secret", secret)));
        }
    }

    static boolean hasExternalDatabase(Environment environment) {
        return StringUtils.hasText(environment.getProperty("spring.datasource.url"));
    }

    static boolean hasBinaries(String system, String processor) {
        String name = system.toLowerCase(Locale.ROOT);
        String kind = name.startsWith("windows") ? "Windows" : name.startsWith("mac") ? "Darwin" : system;
        try (InputStream binaries =
                DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(kind, processor.replace("amd64", "x86_64"))) {
            return binaries != null;
        } catch (IOException | IllegalStateException e) {
            return false;
        }
    }

    private static Optional<Reason> port(Environment environment) {
        int port = environment.getProperty("server.port", Integer.class, 8080);
        if (port <= 0) {
            return Optional.empty();
        }
        String address = environment.getProperty("server.address", "");
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(
                    address.isEmpty()
                            ? new InetSocketAddress(port)
                            : new InetSocketAddress(InetAddress.getByName(address), port));
            return Optional.empty();
        } catch (BindException e) {
            boolean taken = String.valueOf(e.getMessage()).contains("in use");
            return Optional.of(Reason.of(taken ? "port-in-use" : "port-forbidden", port));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.of(Reason.of("port-forbidden", port));
        }
    }
}
