package vn.lienthong.agency.login;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.PermissionsPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;

/** What every answer of the product tells a browser, whichever door it came through: also those of other modules. */
@Configuration(proxyBeanMethods = false)
class AnswerHeaders {

    /**
     * No inline scripts anywhere. Inline styles, because the BPMN and form canvases write them. Own frames, because a
     * paper is shown beside the form.
     */
    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'self'",
            "script-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "object-src 'self'",
            "base-uri 'self'",
            "frame-ancestors 'self'",
            "form-action 'self'");

    private static final long A_YEAR = Duration.ofDays(365).toSeconds();

    private final List<HeaderWriter> headers;

    AnswerHeaders(IdentityProvider provider) {
        // Browsers hold the redirect after a form against the policy of the form's page.
        String policy =
                provider.isPresent() ? CONTENT_SECURITY_POLICY + " " + provider.origin() : CONTENT_SECURITY_POLICY;
        this.headers = List.of(
                new ContentSecurityPolicyHeaderWriter(policy),
                new XContentTypeOptionsHeaderWriter(),
                new XFrameOptionsHeaderWriter(XFrameOptionsMode.SAMEORIGIN),
                // The address of a tracking page holds its secret.
                new ReferrerPolicyHeaderWriter(ReferrerPolicy.SAME_ORIGIN),
                new PermissionsPolicyHeaderWriter("camera=(), geolocation=(), microphone=(), payment=()"),
                new StaticHeadersWriter("Cross-Origin-Opener-Policy", "same-origin"),
                new StaticHeadersWriter("Cross-Origin-Resource-Policy", "same-origin"),
                // Nothing is kept, unless whoever answers says otherwise.
                new CacheControlHeadersWriter(),
                // Said only where somebody came by https; other names below the office's are not ours to speak for.
                new HstsHeaderWriter(A_YEAR, false));
    }

    @Bean
    Customizer<HeadersConfigurer<HttpSecurity>> everyAnswersHeaders() {
        return chain -> {
            chain.defaultsDisabled();
            headers.forEach(chain::addHeaderWriter);
        };
    }

    /** Also what is refused before a chain is asked, or by the server itself: that is told by a dispatch that they leave alone. */
    @Bean
    FilterRegistrationBean<Filter> refusalsHeaders() {
        var refusals = new FilterRegistrationBean<Filter>((request, response, chain) -> {
            headers.forEach(
                    header -> header.writeHeaders((HttpServletRequest) request, (HttpServletResponse) response));
            chain.doFilter(request, response);
        });
        refusals.setDispatcherTypes(DispatcherType.ERROR);
        return refusals;
    }
}
