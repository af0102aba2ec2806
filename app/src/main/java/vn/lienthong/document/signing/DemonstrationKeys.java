package vn.lienthong.document.signing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Unit;
import vn.lienthong.command.OwnerOnly;
import vn.lienthong.document.signing.SigningSettings.Keystore;

/**
 * Keys for trying out, made when they are first needed and kept in the data folder, where nobody but the owner reads them
 * and their password. Not there in production.
 */
@Component
@Profile("!prod")
@Order(2)
class DemonstrationKeys implements SigningKeys {

    private static final String AUTHORITY = "authority";

    private final Path folder;
    private final Keystore where;
    private final Clock clock;
    private final Pkcs12 store;
    private final SigningKey authority;

    DemonstrationKeys(@Value("${lienthong.home:./data}") Path home, Clock clock) {
        this.folder = home.toAbsolutePath().normalize().resolve("signing");
        this.where = new Keystore(folder.resolve("demonstration.p12"), folder.resolve("demonstration.password"));
        this.clock = clock;
        try {
            this.store = Files.exists(where.file()) ? Pkcs12.open(where) : Pkcs12.empty(freshPassword());
            this.authority = store.key(AUTHORITY)
                    .orElseGet(() -> kept(AUTHORITY, DemonstrationCertificates.authority(clock.instant())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<SigningKey> official(Unit agency, String username, String fullName) {
        return Optional.of(key(agency, username, fullName));
    }

    @Override
    public Optional<SigningKey> seal(Unit agency) {
        return Optional.of(key(agency, SigningSettings.SEAL, agency.nameVi()));
    }

    @Override
    public List<X509Certificate> vouching() {
        return List.of(authority.certificate());
    }

    private synchronized SigningKey key(Unit agency, String whose, String commonName) {
        String alias = agency.code() + "/" + whose;
        return store.key(alias)
                .orElseGet(() ->
                        kept(alias, DemonstrationCertificates.signer(agency, commonName, authority, clock.instant())));
    }

    private SigningKey kept(String alias, SigningKey made) {
        store.put(alias, made);
        try {
            OwnerOnly.write(where.file(), store.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return made;
    }

    private String freshPassword() throws IOException {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        Files.createDirectories(folder);
        OwnerOnly.restrict(folder);
        OwnerOnly.write(where.passwordFile(), password);
        return password;
    }
}
