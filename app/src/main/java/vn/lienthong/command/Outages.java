package vn.lienthong.command;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says of an {@link Outage} what it is, wherever on the way of a request it was met: at the door where accounts are looked up, in
 * the work itself, or when that was to be committed.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class Outages extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(Outages.class);

    private final ProblemDetails details;
    private final ObjectProvider<LocaleResolver> language;
    private final JsonMapper json;

    Outages(ProblemDetails details, ObjectProvider<LocaleResolver> language, JsonMapper json) {
        this.details = details;
        this.language = language;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException e) {
            Optional<Outage> outage = Outage.of(e);
            if (outage.isEmpty() || response.isCommitted()) {
                throw e;
            }
            HttpStatus status = outage.get().status();
            log.warn("{} {}: {}", status.value(), request.getRequestURI(), outage.get());
            response.reset();
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Outage.RETRY_AFTER_SECONDS));
            if (request.getRequestURI().startsWith("/api/")) {
                write(request, response, status);
            } else {
                response.sendError(status.value());
            }
        }
    }

    private void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream()
                .write(json.writeValueAsBytes(
                        details.asMap(details.of(status, language.getObject().resolveLocale(request)))));
    }
}
