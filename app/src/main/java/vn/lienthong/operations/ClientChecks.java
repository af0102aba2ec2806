package vn.lienthong.operations;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import vn.lienthong.interconnection.pull.PullSettings;
import vn.lienthong.interconnection.pull.PullSettings.Client;
import vn.lienthong.operations.StartRefused.Reason;

/** Whether the programs of agencies prove themselves with something worth the name. */
final class ClientChecks {

    private ClientChecks() {}

    static void secrets(Environment environment, boolean inEarnest, List<Reason> reasons) {
        try {
            Binder.get(environment)
                    .bind("lienthong.interconnection", PullSettings.class)
                    .orElseGet(() -> new PullSettings(Map.of()))
                    .clients()
                    .forEach((name, client) -> check(name, client, inEarnest, reasons));
        } catch (BindException e) {
            reasons.add(Reason.of("client-settings", e.getName()));
        }
    }

    private static void check(String name, Client client, boolean inEarnest, List<Reason> reasons) {
        if (client.agencies().isEmpty()) {
            reasons.add(Reason.of("client-agencies", name));
        }
        try {
            String secret = client.readSecret();
            if (secret == null ? client.identity() == null : secret.length() < PullSettings.SHORTEST_SECRET) {
                reasons.add(Reason.of("client-secret", name, PullSettings.SHORTEST_SECRET));
            } else if (secret != null && inEarnest && StartChecks.isSample(secret)) {
                reasons.add(Reason.of("prod-client-secret", name));
            }
        } catch (UncheckedIOException e) {
            reasons.add(Reason.of("client-secret-file", name, String.valueOf(client.secretFile())));
        }
    }
}
