package vn.lienthong.agency.login;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import vn.lienthong.agency.Organisation;

/**
 * Who may open which address. Three doors: what everybody may see, what programs call, what officers look at. A module
 * with a door of its own (its own way in) declares a chain with an order below {@link #EVERYBODY}.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableConfigurationProperties(SessionSettings.class)
class SecurityConfiguration {

    static final int EVERYBODY = 100;
    static final int PROGRAMS = 110;
    static final int OFFICERS = 120;

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final IdentityProvider provider;
    private final SessionSettings session;

    SecurityConfiguration(IdentityProvider provider, SessionSettings session) {
        this.session = session;
        this.provider = provider;
    }

    /**
     * Argon2id with 19 MiB, two passes, one lane, as OWASP's password storage cheat sheet advises. PBKDF2 hashes, which this
     * product made before, and bcrypt hashes of other systems are accepted and replaced at the first login.
     */
    @Bean
    PasswordEncoder passwordEncoder() {
        return new Passwords(new DelegatingPasswordEncoder(
                "argon2id",
                Map.of(
                        "argon2id",
                        new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2),
                        "pbkdf2@SpringSecurity_v5_8",
                        Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8(),
                        "bcrypt",
                        new BCryptPasswordEncoder())));
    }

    @Bean
    AuthenticationManager authenticationManager(
            OfficerAccounts accounts, PasswordEncoder passwords, LoginThrottle throttle) {
        if (provider.isPresent()) {
            // Whoever left is locked out there, once; a password here would be a second door.
            return login -> {
                throw new BadCredentialsException("officers log in with the identity provider");
            };
        }
        var local = new DaoAuthenticationProvider(accounts);
        local.setPasswordEncoder(passwords);
        local.setUserDetailsPasswordService(accounts);
        return new ProviderManager(new ThrottledLogin(local, throttle));
    }

    /** Requests are measured as a whole; a measurement of each filter costs more than most filters. */
    @Bean
    SecurityObservationSettings observations() {
        return SecurityObservationSettings.noObservations();
    }

    /** What no form of ours sends: control characters and halves of letters, which no column takes. */
    @Bean
    StrictHttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        Predicate<String> harmless = text -> text.codePoints().noneMatch(SecurityConfiguration::isNoLetter);
        firewall.setAllowedParameterNames(harmless);
        firewall.setAllowedParameterValues(harmless);
        return firewall;
    }

    private static boolean isNoLetter(int letter) {
        return Character.getType(letter) == Character.SURROGATE
                || (Character.isISOControl(letter) && letter != '\n' && letter != '\r' && letter != '\t');
    }

    /** No session, no account, nothing that another site could make a browser do with either. */
    @Bean
    @Order(EVERYBODY)
    SecurityFilterChain everybody(HttpSecurity http, ApiRefusals refusals) throws Exception {
        return http.securityMatcher(
                        "/public/**",
                        "/verify",
                        "/api/v1/public/**",
                        "/islands/**",
                        "/css/**",
                        "/js/**",
                        "/fonts/**",
                        "/img/**",
                        "/favicon.ico",
                        "/favicon.svg",
                        "/robots.txt",
                        "/v3/api-docs",
                        "/v3/api-docs/**",
                        "/v3/api-docs.yaml",
                        "/swagger-ui.html",
                        "/swagger-ui/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(e -> e.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .build();
    }

    /** Basic for programs; a page's own scripts come with the session of their officer. */
    @Bean
    @Order(PROGRAMS)
    SecurityFilterChain programs(
            HttpSecurity http,
            AuthenticationManager accounts,
            ApiRefusals refusals,
            VouchedOfficers vouched,
            Organisation organisation,
            Clock clock)
            throws Exception {
        if (provider.isPresent()) {
            http.oauth2ResourceServer(server -> server.authenticationEntryPoint(refusals)
                    .accessDeniedHandler(refusals)
                    .jwt(jwt -> jwt.decoder(provider.tokens()).jwtAuthenticationConverter(vouched)));
        } else if (provider.takesBasic()) {
            http.authenticationManager(new RememberedLogins(accounts, System::nanoTime))
                    .httpBasic(basic -> basic.authenticationEntryPoint(refusals));
        }
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(SecurityConfiguration::couldBeForged))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(e -> e.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .addFilterBefore(new LongestSession(session.longest()), AuthorizationFilter.class)
                .addFilterBefore(new FreshRights(organisation, clock), AuthorizationFilter.class)
                .addFilterBefore(new ForcedChange(refusals), AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(OFFICERS)
    SecurityFilterChain officers(
            HttpSecurity http,
            AuthenticationManager accounts,
            VouchedOfficers vouched,
            Organisation organisation,
            Clock clock)
            throws Exception {
        var refusals = new PageRefusals();
        var asked = new HttpSessionRequestCache();
        // After the login people go on to a page, not to a part of one.
        asked.setRequestMatcher(request -> "GET".equals(request.getMethod())
                && request.getHeader("HX-Request") == null
                && String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains("text/html"));
        if (provider.isPresent()) {
            logInThere(http, vouched, refusals);
        } else {
            http.authenticationManager(accounts)
                    .formLogin(form ->
                            form.loginPage("/login").failureHandler(refusals).permitAll())
                    .logout(logout -> logout.logoutSuccessUrl("/login?logout"));
        }
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers("/login", "/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .requestCache(cache -> cache.requestCache(asked))
                .exceptionHandling(e -> e.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .addFilterBefore(new LongestSession(session.longest()), AuthorizationFilter.class)
                .addFilterBefore(new FreshRights(organisation, clock), AuthorizationFilter.class)
                .addFilterBefore(new ForcedChange(refusals), AuthorizationFilter.class)
                .build();
    }

    /** The provider's page instead of ours, and its session ended with ours. */
    private void logInThere(HttpSecurity http, VouchedOfficers vouched, PageRefusals refusals) throws Exception {
        var challenge = new DefaultOAuth2AuthorizationRequestResolver(provider);
        challenge.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        var leaving = new OidcClientInitiatedLogoutSuccessHandler(provider);
        leaving.setPostLogoutRedirectUri("{baseUrl}/login?logout");
        leaving.setDefaultTargetUrl("/login?logout");
        http.oauth2Login(login -> login.loginPage("/login")
                        .clientRegistrationRepository(provider)
                        .authorizedClientRepository(new NoTokensKept())
                        .authorizationEndpoint(there -> there.authorizationRequestResolver(challenge))
                        .userInfoEndpoint(who -> who.oidcUserService(vouched))
                        .failureHandler(refusals)
                        .withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                            @Override
                            public <T extends OAuth2AuthorizationRequestRedirectFilter> T postProcess(T filter) {
                                // The provider may be away.
                                filter.setAuthenticationFailureHandler(refusals);
                                return filter;
                            }
                        }))
                .logout(logout -> logout.logoutSuccessHandler(leaving));
    }

    /**
     * Whether another site could have made the browser send this. It could with a session, and with a password that the
     * browser itself remembers; it could not with an {@code Authorization} header that a program set.
     */
    private static boolean couldBeForged(HttpServletRequest request) {
        if (SAFE_METHODS.contains(request.getMethod())) {
            return false;
        }
        if (request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
            String site = request.getHeader("Sec-Fetch-Site");
            return "cross-site".equals(site) || "same-site".equals(site);
        }
        return request.getSession(false) != null;
    }
}
