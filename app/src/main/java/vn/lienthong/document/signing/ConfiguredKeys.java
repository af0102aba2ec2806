package vn.lienthong.document.signing;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Unit;
import vn.lienthong.document.signing.SigningSettings.Keystore;

/** The keystores that the installation names, one for each agency. Read anew each time: keys expire and are replaced. */
@Component
@Order(1)
class ConfiguredKeys implements SigningKeys {

    private final SigningSettings settings;

    ConfiguredKeys(SigningSettings settings) {
        this.settings = settings;
    }

    @Override
    public Optional<SigningKey> official(Unit agency, String username, String fullName) {
        return store(agency).flatMap(store -> store.key(username));
    }

    @Override
    public Optional<SigningKey> seal(Unit agency) {
        return store(agency).flatMap(store -> store.key(SigningSettings.SEAL));
    }

    /** None: that a key lies here does not make its certificate good. */
    @Override
    public List<X509Certificate> vouching() {
        return List.of();
    }

    private Optional<Pkcs12> store(Unit agency) {
        return Optional.ofNullable(settings.keystores().get(agency.code())).map(ConfiguredKeys::open);
    }

    private static Pkcs12 open(Keystore where) {
        try {
            return Pkcs12.open(where);
        } catch (IOException e) {
            // It could be opened when the application started.
            throw new IllegalStateException("the keystore " + where.file() + " cannot be opened", e);
        }
    }
}
