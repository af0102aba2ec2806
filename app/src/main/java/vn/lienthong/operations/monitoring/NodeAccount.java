package vn.lienthong.operations.monitoring;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.MapPropertySource;

/**
 * The account by which the nodes of one installation watch each other. Its password follows from the installation's
 * secret, so every node knows it, nobody has to configure it, and it tells nothing about the secret.
 */
final class NodeAccount implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    static final String NAME = "node";
    static final String PASSWORD = "lienthong.node-password";

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String secret = context.getEnvironment().getProperty("lienthong.secret", "");
        String password = password(secret);
        context.getEnvironment()
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "node account",
                        Map.of(
                                PASSWORD,
                                password,
                                "spring.boot.admin.client.username",
                                NAME,
                                "spring.boot.admin.client.password",
                                password,
                                "spring.boot.admin.instance-auth.default-user-name",
                                NAME,
                                "spring.boot.admin.instance-auth.default-password",
                                password)));
    }

    private static String password(String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(("lienthong:" + secret).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal("node account".getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
