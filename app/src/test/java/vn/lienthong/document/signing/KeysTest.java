package vn.lienthong.document.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.document.signing.SigningSettings.Keystore;

/** Where keys come from, and who gets to read them. */
class KeysTest {

    @TempDir
    Path folder;

    @Test
    void keys_to_try_things_out_are_made_once_and_read_by_their_owner_only() throws IOException {
        SigningKey first = demonstration()
                .official(Signers.WARD, "lanhdao", "Nguyễn Hữu Phước")
                .orElseThrow();
        SigningKey again = demonstration()
                .official(Signers.WARD, "lanhdao", "Nguyễn Hữu Phước")
                .orElseThrow();

        assertThat(again.chain()).isEqualTo(first.chain());
        assertThat(DemonstrationCertificates.isOne(first.certificate())).isTrue();
        assertThat(first.certificate().getSubjectX500Principal().getName()).contains("trình diễn");
        for (String file : List.of("demonstration.p12", "demonstration.password")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(
                            folder.resolve("signing").resolve(file))))
                    .isEqualTo("rw-------");
        }
        assertThat(Files.readString(folder.resolve("signing/demonstration.password")))
                .hasSize(64);
    }

    @Test
    void every_official_and_every_agency_has_a_key_of_its_own() {
        var keys = demonstration();

        assertThat(keys.official(Signers.WARD, "lanhdao", "Nguyễn Hữu Phước")
                        .orElseThrow()
                        .key())
                .isNotEqualTo(keys.official(Signers.WARD, "pho", "Trần Văn B")
                        .orElseThrow()
                        .key());
        assertThat(keys.seal(Signers.WARD).orElseThrow().key())
                .isNotEqualTo(keys.seal(Signers.OTHER).orElseThrow().key());
    }

    @Test
    void an_agencys_own_keystore_goes_before_the_demonstration() throws Exception {
        Path file = Keystores.inEarnest(folder);
        var configured = new ConfiguredKeys(
                new SigningSettings(Map.of("an-hoa", new Keystore(file, folder.resolve("password"))), null));
        var keyring = new Keyring(List.of(configured, demonstration()));

        assertThat(DemonstrationCertificates.isOne(
                        keyring.seal(Signers.WARD).orElseThrow().certificate()))
                .isFalse();
        assertThat(DemonstrationCertificates.isOne(
                        keyring.seal(Signers.OTHER).orElseThrow().certificate()))
                .isTrue();
        assertThat(configured.official(Signers.WARD, "nguoi-khac", "Người Khác"))
                .isEmpty();
        assertThat(configured.official(Signers.WARD, "lanhdao", "Nguyễn Hữu Phước"))
                .isPresent();
    }

    @Test
    void a_keystore_that_the_password_does_not_open_is_said() throws Exception {
        Path file = Keystores.inEarnest(folder);
        Path wrong = Files.writeString(folder.resolve("wrong"), "khác");

        assertThatIOException().isThrownBy(() -> Pkcs12.open(new Keystore(file, wrong)));
        assertThatIOException().isThrownBy(() -> Pkcs12.open(new Keystore(folder.resolve("none"), wrong)));
    }

    private DemonstrationKeys demonstration() {
        return new DemonstrationKeys(folder, Clock.systemUTC());
    }
}
