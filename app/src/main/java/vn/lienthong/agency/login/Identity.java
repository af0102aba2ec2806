package vn.lienthong.agency.login;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who vouches for officers, if not this installation itself.
 *
 * @param issuer address of an OpenID Connect provider; empty: officers have passwords here
 * @param clientId what this installation is called there
 * @param clientSecret empty: the provider knows us without one, which PKCE makes bearable
 * @param claim names the officer's account here
 * @param audience must be among those that a bearer token is meant for; others' tokens open nothing here
 * @param basic whether programs may log in with an officer's password, where there is no provider; for trying out
 */
@ConfigurationProperties("lienthong.identity")
record Identity(
        @Nullable URI issuer,
        @DefaultValue("lienthong") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("preferred_username") String claim,
        @DefaultValue("lienthong") String audience,
        @DefaultValue("true") boolean basic) {}
