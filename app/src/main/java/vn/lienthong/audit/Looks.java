package vn.lienthong.audit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;

/** Enters the dossiers that were looked at, once per request: after it, because looking may happen in the midst of a read. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 20)
class Looks extends OncePerRequestFilter {

    private static final String SEEN = Looks.class.getName();

    private final Recording recording;
    private final Log log;
    private final TransactionTemplate transaction;

    Looks(Recording recording, Log log, TransactionTemplate transaction) {
        this.recording = recording;
        this.log = log;
        this.transaction = transaction;
    }

    void at(String dossier) {
        Request.current().map(Request::http).ifPresent(http -> {
            if (http.getAttribute(SEEN) instanceof Seen seen) {
                seen.dossiers().add(dossier);
            }
        });
    }

    @Override
    protected void doFilterInternal(HttpServletRequest http, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var seen = new Seen(new LinkedHashSet<>());
        http.setAttribute(SEEN, seen);
        try {
            chain.doFilter(http, response);
        } finally {
            Optional<Request> request = Request.current().filter(asked -> !asked.changes());
            if (!seen.dossiers().isEmpty() && request.isPresent()) {
                Entry look = recording.look(request.get(), seen.dossiers());
                transaction.executeWithoutResult(status -> log.append(look));
            }
        }
    }

    private record Seen(Set<String> dossiers) {}
}
