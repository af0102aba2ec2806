package vn.lienthong.document.signing;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A key that signs, with the certificate that says whose it is.
 *
 * @param key may be no more than a handle to a token or a security module
 * @param chain the signer's own certificate first, then whoever vouches for it
 */
public record SigningKey(PrivateKey key, List<X509Certificate> chain) {

    public SigningKey {
        chain = List.copyOf(chain);
    }

    X509Certificate certificate() {
        return chain.get(0);
    }
}
