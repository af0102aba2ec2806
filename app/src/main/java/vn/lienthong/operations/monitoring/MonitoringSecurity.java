package vn.lienthong.operations.monitoring;

import de.codecentric.boot.admin.server.config.EnableAdminServer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.util.StringUtils;

/**
 * Who may look at the machinery: technical administrators, who in turn see no dossier; the nodes themselves; a metrics
 * collector, if one was given a password. Whether the node lives and is ready anybody may ask.
 */
@Configuration(proxyBeanMethods = false)
@EnableAdminServer
@EnableConfigurationProperties(Monitoring.class)
class MonitoringSecurity {

    private static final String TECHNICAL_ADMINISTRATOR = "TECHNICAL_ADMINISTRATOR";
    private static final String NODE = "NODE";
    private static final String COLLECTOR = "COLLECTOR";

    private final Monitoring monitoring;
    private final String nodePassword;

    MonitoringSecurity(Monitoring monitoring, @Value("${" + NodeAccount.PASSWORD + "}") String nodePassword) {
        this.monitoring = monitoring;
        this.nodePassword = nodePassword;
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
                        .hasAnyRole(TECHNICAL_ADMINISTRATOR, NODE, COLLECTOR)
                        .anyRequest()
                        .hasAnyRole(TECHNICAL_ADMINISTRATOR, NODE))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .httpBasic(Customizer.withDefaults())
                .authenticationProvider(machines())
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
        return http.securityMatcher("/ops", "/ops/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(register, deregister)
                        .hasRole(NODE)
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
                .headers(headers -> headers.frameOptions(frame -> frame.sameOrigin()))
                .authenticationProvider(machines())
                .build();
    }

    private static BasicAuthenticationEntryPoint basicChallenge() {
        BasicAuthenticationEntryPoint challenge = new BasicAuthenticationEntryPoint();
        challenge.setRealmName("lienthong");
        return challenge;
    }

    /** Kept out of the application's own accounts: these open nothing else. */
    private AuthenticationProvider machines() {
        PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
        InMemoryUserDetailsManager accounts =
                new InMemoryUserDetailsManager(account(NodeAccount.NAME, nodePassword, NODE, encoder));
        if (StringUtils.hasText(monitoring.collectorPassword())) {
            accounts.createUser(account("collector", monitoring.collectorPassword(), COLLECTOR, encoder));
        }
        DaoAuthenticationProvider provider = new DaoAuthenticationProvider(accounts);
        provider.setPasswordEncoder(encoder);
        return provider;
    }

    private static UserDetails account(String name, String password, String role, PasswordEncoder encoder) {
        return User.withUsername(name)
                .password(encoder.encode(password))
                .roles(role)
                .build();
    }
}
