package vn.lienthong.operations.monitoring;

import de.codecentric.boot.admin.server.config.EnableAdminServer;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/**
 * Who may look at the machinery: technical administrators, who in turn see no dossier; the nodes themselves; a metrics
 * collector, if one was given a password. Whether the node lives and is ready anybody may ask.
 */
@Configuration(proxyBeanMethods = false)
@EnableAdminServer
@EnableConfigurationProperties(Monitoring.class)
class MonitoringSecurity {

    private static final String TECHNICAL_ADMINISTRATOR = "TECHNICAL_ADMINISTRATOR";

    private final AuthenticationManager accounts;

    /** Machines first, then people, who log in as everywhere else, with the same patience for wrong passwords. */
    MonitoringSecurity(
            Monitoring monitoring,
            @Value("${" + NodeAccount.PASSWORD + "}") String nodePassword,
            AuthenticationManager people) {
        this.accounts =
                new ProviderManager(List.of(new MachineAccounts(nodePassword, monitoring.collectorPassword())), people);
    }

    /** Machines and command lines: a password with every call, no session. */
    @Bean
    @Order(10)
    SecurityFilterChain endpoints(HttpSecurity http) throws Exception {
        return http.securityMatcher("/actuator", "/actuator/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/actuator/prometheus")
                        .hasAnyRole(TECHNICAL_ADMINISTRATOR, MachineAccounts.NODE, MachineAccounts.COLLECTOR)
                        .anyRequest()
                        .hasAnyRole(TECHNICAL_ADMINISTRATOR, MachineAccounts.NODE))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .httpBasic(Customizer.withDefaults())
                .authenticationManager(accounts)
                .build();
    }

    /** Spring Boot Admin: people come with the session of the product's own login. */
    @Bean
    @Order(11)
    SecurityFilterChain admin(HttpSecurity http) throws Exception {
        PathPatternRequestMatcher.Builder path = PathPatternRequestMatcher.withDefaults();
        PathPatternRequestMatcher register = path.matcher(HttpMethod.POST, "/ops/instances");
        PathPatternRequestMatcher deregister = path.matcher(HttpMethod.DELETE, "/ops/instances/*");
        CookieCsrfTokenRepository token = CookieCsrfTokenRepository.withHttpOnlyFalse();
        // The page's script looks for the cookie below its own path.
        token.setCookiePath("/ops");
        token.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
        return http.securityMatcher("/ops", "/ops/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(register, deregister)
                        .hasRole(MachineAccounts.NODE)
                        .anyRequest()
                        .hasRole(TECHNICAL_ADMINISTRATOR))
                .csrf(csrf -> csrf.csrfTokenRepository(token)
                        .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                        // Only nodes may, and they are no browsers.
                        .ignoringRequestMatchers(register, deregister))
                .httpBasic(basic -> basic.authenticationEntryPoint(basicChallenge()))
                .exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/login"),
                                new MediaTypeRequestMatcher(MediaType.TEXT_HTML))
                        .defaultAuthenticationEntryPointFor(basicChallenge(), request -> true))
                .logout(logout -> logout.logoutUrl("/ops/logout").logoutSuccessUrl("/login?logout"))
                .authenticationManager(accounts)
                .build();
    }

    private static BasicAuthenticationEntryPoint basicChallenge() {
        BasicAuthenticationEntryPoint challenge = new BasicAuthenticationEntryPoint();
        challenge.setRealmName("lienthong");
        return challenge;
    }
}
