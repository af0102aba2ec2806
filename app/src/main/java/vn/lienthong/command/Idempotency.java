package vn.lienthong.command;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Runs a command that carries an {@code Idempotency-Key} at most once per caller within {@link #MEMORY}: the key, what
 * the command did and its answer commit together, so that a repeat - also one that arrives while the first still runs,
 * also one after a crash - gets the first answer and does nothing.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 10)
class Idempotency extends OncePerRequestFilter {

    static final Duration MEMORY = Duration.ofHours(24);
    private static final int LONGEST_KEY = 200;

    private final IdempotencyMapper answers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Idempotency(IdempotencyMapper answers, TransactionTemplate transaction, Clock clock) {
        this.answers = answers;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader("Idempotency-Key") == null
                || !"POST".equals(request.getMethod())
                || !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = request.getHeader("Idempotency-Key");
        String caller = request.getRemoteUser() == null ? "" : request.getRemoteUser();
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        var buffered = new ContentCachingResponseWrapper(response);
        try {
            Optional<StoredAnswer> first = transaction.execute(status -> {
                StoredAnswer earlier = claim(caller, key, request.getRequestURI());
                if (earlier != null) {
                    return Optional.of(earlier);
                }
                run(request, buffered, chain);
                if (buffered.getStatus() >= 400) {
                    status.setRollbackOnly();
                } else {
                    answers.remember(
                            caller,
                            key,
                            buffered.getStatus(),
                            buffered.getContentType(),
                            buffered.getHeader("Location"),
                            new String(buffered.getContentAsByteArray(), StandardCharsets.UTF_8));
                }
                return Optional.empty();
            });
            if (first != null && first.isPresent()) {
                replay(first.get(), request, response);
                return;
            }
            buffered.copyBodyToResponse();
        } catch (UncheckedServletException e) {
            throw e.cause;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private @Nullable StoredAnswer claim(String caller, String key, String path) {
        var now = clock.instant();
        answers.forget(caller, key, now.minus(MEMORY));
        // Waits for a first attempt that is still running, because the key is unique.
        return answers.claim(caller, key, path, now) == 1 ? null : answers.find(caller, key);
    }

    private static void run(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        try {
            chain.doFilter(request, response);
        } catch (ServletException e) {
            throw new UncheckedServletException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void replay(StoredAnswer first, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!first.path().equals(request.getRequestURI())) {
            response.sendError(HttpServletResponse.SC_CONFLICT);
            return;
        }
        response.setStatus(first.status());
        if (first.location() != null) {
            response.setHeader("Location", first.location());
        }
        response.setHeader("Idempotent-Replay", "true");
        if (first.contentType() != null) {
            response.setContentType(first.contentType());
        }
        response.getOutputStream().write(first.body().getBytes(StandardCharsets.UTF_8));
    }

    /** What the first attempt answered. */
    record StoredAnswer(
            String path,
            int status,
            @Nullable String contentType,
            @Nullable String location,
            String body) {}

    private static final class UncheckedServletException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final ServletException cause;

        UncheckedServletException(ServletException cause) {
            super(cause);
            this.cause = cause;
        }
    }
}
