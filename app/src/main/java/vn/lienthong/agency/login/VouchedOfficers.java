package vn.lienthong.agency.login;

import java.time.Clock;
import java.util.Collection;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Authorities;
import vn.lienthong.agency.Officer;
import vn.lienthong.agency.Organisation;

/**
 * Officers for whom the identity provider vouches. It says who somebody is; what they may do stands in our own
 * organisation, whatever roles the provider knows of.
 */
@Component
class VouchedOfficers implements OAuth2UserService<OidcUserRequest, OidcUser>, Converter<Jwt, JwtAuthenticationToken> {

    /** Why a login failed that the provider was content with. */
    static final String UNKNOWN = "unknown-officer";

    private final IdentityProvider provider;
    private final Organisation organisation;
    private final Clock clock;

    VouchedOfficers(IdentityProvider provider, Organisation organisation, Clock clock) {
        this.provider = provider;
        this.organisation = organisation;
        this.clock = clock;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest login) {
        OidcIdToken token = login.getIdToken();
        String username = provider.username(token.getClaim(provider.claim()));
        if (!isOfficer(username)) {
            throw new OAuth2AuthenticationException(new OAuth2Error(UNKNOWN));
        }
        return new Vouched(username, duties(username), token);
    }

    @Override
    public JwtAuthenticationToken convert(Jwt token) {
        String username = provider.username(token.getClaim(provider.claim()));
        if (!isOfficer(username)) {
            throw new InvalidBearerTokenException(UNKNOWN);
        }
        return new JwtAuthenticationToken(token, duties(username), username);
    }

    private boolean isOfficer(String username) {
        return !username.isEmpty()
                && organisation.officer(username).filter(Officer::active).isPresent();
    }

    private Collection<GrantedAuthority> duties(String username) {
        return Authorities.of(organisation.postsOf(username, clock.instant()));
    }

    /** Goes by the name of the account, not by what the provider calls the person. */
    private static final class Vouched extends DefaultOidcUser {

        private static final long serialVersionUID = 1L;

        private final String username;

        Vouched(String username, Collection<GrantedAuthority> duties, OidcIdToken token) {
            super(duties, token);
            this.username = username;
        }

        @Override
        public String getName() {
            return username;
        }
    }
}
