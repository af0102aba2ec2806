package vn.lienthong.document.signing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;

/** Keystores of agencies on disk, for tests. */
public final class Keystores {

    private static final String PASSWORD = "mat khau cua kho khoa";

    private Keystores() {}

    /** With a certificate that was made up to try things out. */
    public static Path demonstration(Path folder) throws IOException {
        return write(folder, Signers.SEAL);
    }

    /** With a certificate that does not say that it is worth nothing. */
    public static Path inEarnest(Path folder) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return write(folder, Signers.key(generator.generateKeyPair()));
    }

    private static Path write(Path folder, SigningKey key) throws IOException {
        Pkcs12 store = Pkcs12.empty(PASSWORD);
        store.put(SigningSettings.SEAL, key);
        store.put("lanhdao", key);
        Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        return Files.write(folder.resolve("keys.p12"), store.bytes());
    }
}
