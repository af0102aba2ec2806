package vn.lienthong.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import vn.lienthong.document.signing.DemonstrationCertificates;
import vn.lienthong.document.signing.Pkcs12;
import vn.lienthong.document.signing.SigningSettings;
import vn.lienthong.document.signing.SigningSettings.Keystore;
import vn.lienthong.operations.StartRefused.Reason;

/** Whether the keys that sign results can be opened and, in earnest, are worth anything. */
final class SigningChecks {

    private SigningChecks() {}

    static void keys(Environment environment, boolean inEarnest, List<Reason> reasons) {
        SigningSettings settings;
        try {
            settings = Binder.get(environment)
                    .bind("lienthong.signing", SigningSettings.class)
                    .orElseGet(() -> new SigningSettings(Map.of(), null));
        } catch (BindException e) {
            reasons.add(Reason.of("signing-settings", e.getName()));
            return;
        }
        settings.keystores().forEach((agency, keystore) -> key(agency, keystore, inEarnest, reasons));
        if (settings.trusted() != null && !Files.isReadable(settings.trusted())) {
            reasons.add(Reason.of("signing-trusted", settings.trusted()));
        }
    }

    private static void key(String agency, Keystore keystore, boolean inEarnest, List<Reason> reasons) {
        try {
            if (Pkcs12.open(keystore).certificates().stream().anyMatch(DemonstrationCertificates::isOne) && inEarnest) {
                reasons.add(Reason.of("prod-demonstration-key", agency, keystore.file()));
            }
        } catch (IOException | RuntimeException e) {
            reasons.add(Reason.of("signing-keystore", agency, keystore.file(), keystore.passwordFile()));
        }
    }
}
