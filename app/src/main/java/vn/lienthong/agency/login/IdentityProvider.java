package vn.lienthong.agency.login;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import vn.lienthong.agency.BearerTokens;

/**
 * The OpenID Connect provider, if there is one. It is asked for its keys and addresses when they are first needed, so
 * that a provider that is away keeps no node from starting.
 */
@Component
@EnableConfigurationProperties(Identity.class)
class IdentityProvider implements ClientRegistrationRepository, BearerTokens {

    static final String NAME = "agency";

    /** Where a login begins. */
    static final String DOOR = "/oauth2/authorization/" + NAME;

    private final Identity settings;
    private @Nullable ClientRegistration registration;

    IdentityProvider(Identity settings) {
        this.settings = settings;
    }

    boolean isPresent() {
        URI issuer = settings.issuer();
        return issuer != null && StringUtils.hasText(issuer.toString());
    }

    /** Whether programs may come with the name and the password of an officer. */
    boolean takesBasic() {
        return !isPresent() && settings.basic();
    }

    /** Scheme, host and port: where a browser is sent to log out. */
    String origin() {
        URI issuer = URI.create(issuer());
        return issuer.getScheme() + "://" + issuer.getAuthority();
    }

    @Override
    public synchronized @Nullable ClientRegistration findByRegistrationId(String id) {
        if (!isPresent() || !NAME.equals(id)) {
            return null;
        }
        ClientRegistration known = registration;
        if (known == null) {
            ClientRegistration.Builder found = ClientRegistrations.fromIssuerLocation(issuer())
                    .registrationId(NAME)
                    .clientId(settings.clientId())
                    .scope("openid", "profile")
                    .userNameAttributeName(settings.claim());
            known = (settings.clientSecret().isEmpty()
                            ? found.clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                            : found.clientSecret(settings.clientSecret()))
                    .build();
            registration = known;
        }
        return known;
    }

    @Override
    public Optional<JwtDecoder> decoder() {
        return isPresent() ? Optional.of(tokens()) : Optional.empty();
    }

    /** Reads bearer tokens that this provider issued for this installation. */
    JwtDecoder tokens() {
        return new SupplierJwtDecoder(() -> {
            NimbusJwtDecoder decoder =
                    NimbusJwtDecoder.withIssuerLocation(issuer()).build();
            decoder.setJwtValidator(
                    new DelegatingOAuth2TokenValidator<>(JwtValidators.createDefaultWithIssuer(issuer()), forUs()));
            return decoder;
        });
    }

    /** The account that a claim names; empty when it names none. */
    String username(@Nullable Object claim) {
        return claim == null ? "" : claim.toString().strip().toLowerCase(Locale.ROOT);
    }

    String claim() {
        return settings.claim();
    }

    private OAuth2TokenValidator<Jwt> forUs() {
        return token -> {
            List<String> audience = token.getAudience();
            return audience != null && audience.contains(settings.audience())
                    ? OAuth2TokenValidatorResult.success()
                    : OAuth2TokenValidatorResult.failure(
                            new OAuth2Error("invalid_token", "The token is meant for others", null));
        };
    }

    private String issuer() {
        return String.valueOf(settings.issuer());
    }
}
