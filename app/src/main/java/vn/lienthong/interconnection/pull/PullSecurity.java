package vn.lienthong.interconnection.pull;

import jakarta.servlet.DispatcherType;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import vn.lienthong.agency.BearerTokens;

/** The agencies' own door: their programs, with a secret or a token of their own, and nobody else. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PullSettings.class)
class PullSecurity {

    /** Every address of the protocol that the public workers use; what else an engine has stays shut. */
    private static final String[] OPEN = {
        "/engine-rest/external-task/**", "/engine-rest/execution/**", "/engine-rest/process-instance/**"
    };

    @Bean
    @Order(20)
    SecurityFilterChain agencyClients(
            HttpSecurity http, MachineClients clients, BearerTokens tokens, ProtocolRefusals refusals)
            throws Exception {
        List<AuthenticationProvider> ways = new ArrayList<>(List.of(new BySecret(clients)));
        tokens.decoder().map(decoder -> byToken(decoder, clients)).ifPresent(ways::add);
        // Without a parent: whoever is no program of an agency is not asked for among the officers.
        var manager = new ProviderManager(ways);
        if (tokens.decoder().isPresent()) {
            http.oauth2ResourceServer(server -> server.authenticationEntryPoint(refusals)
                    .accessDeniedHandler(refusals)
                    .jwt(jwt -> jwt.authenticationManager(manager)));
        }
        return http.securityMatcher("/engine-rest/**")
                .authenticationManager(manager)
                .httpBasic(basic -> basic.authenticationEntryPoint(refusals))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(OPEN)
                                .hasRole(MachineClient.ROLE)
                                .anyRequest()
                                .denyAll())
                // Nothing here is remembered by a browser, so nothing can be forged through one.
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .addFilterAfter(new LimitedBody(refusals), AuthorizationFilter.class)
                .exceptionHandling(e -> e.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .build();
    }

    /** A token of the client-credentials grant names the program; which agencies it serves stands in our configuration. */
    private static AuthenticationProvider byToken(JwtDecoder decoder, MachineClients clients) {
        var provider = new JwtAuthenticationProvider(decoder);
        provider.setJwtAuthenticationConverter(token -> {
            String identity =
                    token.hasClaim("azp") ? token.getClaimAsString("azp") : token.getClaimAsString("client_id");
            return clients.identified(String.valueOf(identity))
                    .orElseThrow(() -> new InvalidBearerTokenException("no client goes by this identity"))
                    .proved();
        });
        return provider;
    }
}
