package vn.lienthong.agency;

import java.util.Optional;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Tokens that the identity provider issued for this installation; whom they name is for others to say. */
public interface BearerTokens {

    /** Empty when there is no identity provider. */
    Optional<JwtDecoder> decoder();
}
