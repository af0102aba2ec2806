package vn.lienthong.document.signing;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import vn.lienthong.agency.Unit;

/**
 * Where keys lie: in files, made up for a demonstration; elsewhere in a token or with a service. Asked for every signature,
 * so that a key that was replaced signs at once.
 */
public interface SigningKeys {

    /** The key of an official of the agency, with which nobody else may sign. */
    Optional<SigningKey> official(Unit agency, String username, String fullName);

    /** The key that is the agency's seal. */
    Optional<SigningKey> seal(Unit agency);

    /** Whoever vouches for these keys and is believed for that reason alone. */
    List<X509Certificate> vouching();
}
