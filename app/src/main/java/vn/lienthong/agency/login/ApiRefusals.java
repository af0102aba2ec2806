package vn.lienthong.agency.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.command.ProblemDetails;

/** Tells a program that it is not logged in, or may not: as a problem detail, in its language. */
@Component
class ApiRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ProblemDetails details;
    private final LocaleResolver language;
    private final JsonMapper json;
    private final IdentityProvider provider;

    ApiRefusals(ProblemDetails details, LocaleResolver language, JsonMapper json, IdentityProvider provider) {
        this.details = details;
        this.language = language;
        this.json = json;
        this.provider = provider;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (reason instanceof TooManyAttempts tooMany) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(tooMany.seconds()));
            write(request, response, HttpStatus.TOO_MANY_REQUESTS);
            return;
        }
        // A browser that fetches in the background would open its own password box over our page.
        if (!"empty".equals(request.getHeader("Sec-Fetch-Dest")) && (provider.isPresent() || provider.takesBasic())) {
            response.setHeader(
                    HttpHeaders.WWW_AUTHENTICATE,
                    provider.isPresent()
                            ? "Bearer realm=\"lienthong\""
                            : "Basic realm=\"lienthong\", charset=\"UTF-8\"");
        }
        write(request, response, HttpStatus.UNAUTHORIZED);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        if (!response.isCommitted()) {
            // Whoever said no name is asked for it first, also when a form token is missing.
            boolean named = request.getHeader(HttpHeaders.AUTHORIZATION) != null
                    || SecurityContextHolder.getContext().getAuthentication() != null;
            write(request, response, named ? HttpStatus.FORBIDDEN : HttpStatus.UNAUTHORIZED);
        }
    }

    private void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        byte[] body = json.writeValueAsBytes(details.asMap(details.of(status, language.resolveLocale(request))));
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getOutputStream().write(body);
    }
}
