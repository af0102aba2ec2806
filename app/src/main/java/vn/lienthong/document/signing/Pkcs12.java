package vn.lienthong.document.signing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import vn.lienthong.document.signing.SigningSettings.Keystore;

/** A PKCS#12 file, read whole. */
public final class Pkcs12 {

    private static final String TYPE = "PKCS12";

    private final KeyStore store;
    private final char[] password;

    private Pkcs12(KeyStore store, char[] password) {
        this.store = store;
        this.password = password;
    }

    /** @throws IOException when it is not there, is no keystore, or the password does not open it */
    public static Pkcs12 open(Keystore where) throws IOException {
        char[] password = Files.readString(where.passwordFile()).strip().toCharArray();
        try (InputStream content = Files.newInputStream(where.file())) {
            KeyStore store = KeyStore.getInstance(TYPE);
            store.load(content, password);
            return new Pkcs12(store, password);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    static Pkcs12 empty(String password) {
        try {
            KeyStore store = KeyStore.getInstance(TYPE);
            store.load(null, null);
            return new Pkcs12(store, password.toCharArray());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    Optional<SigningKey> key(String alias) {
        try {
            if (!(store.getKey(alias, password) instanceof PrivateKey key)) {
                return Optional.empty();
            }
            List<X509Certificate> chain = new ArrayList<>();
            for (Certificate certificate : store.getCertificateChain(alias)) {
                chain.add((X509Certificate) certificate);
            }
            return Optional.of(new SigningKey(key, chain));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key " + alias + " cannot be read", e);
        }
    }

    /** The signers' own certificates. */
    public List<X509Certificate> certificates() {
        try {
            List<X509Certificate> certificates = new ArrayList<>();
            for (String alias : Collections.list(store.aliases())) {
                certificates.add((X509Certificate) store.getCertificate(alias));
            }
            return certificates;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    void put(String alias, SigningKey key) {
        try {
            store.setKeyEntry(alias, key.key(), password, key.chain().toArray(X509Certificate[]::new));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] bytes() {
        var out = new ByteArrayOutputStream();
        try {
            store.store(out, password);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }
}
