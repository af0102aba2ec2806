package vn.lienthong.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import vn.lienthong.command.ProblemDetails;

/** A refusal in the shape that whoever asked can read: a problem detail, the external-task protocol's, or a page. */
@Component
class ErrorAnswers {

    /** Those with words of their own in {@code templates/error}. */
    private static final Set<Integer> PAGES = Set.of(403, 404, 409, 413, 422, 500, 503, 507);

    private final ProblemDetails details;
    private final PageFrame frame;

    ErrorAnswers(ProblemDetails details, PageFrame frame) {
        this.details = details;
        this.frame = frame;
    }

    /** @param path what was asked for, which after a dispatch is not the request's own */
    Object of(HttpStatus status, String path, HttpServletRequest request, Locale locale) {
        if (path.startsWith("/engine-rest/")) {
            ProblemDetail detail = details.of(status, Locale.ENGLISH);
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of("type", "InvalidRequestException", "message", String.valueOf(detail.getDetail())));
        }
        if (isForPrograms(path)) {
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(details.asMap(details.of(status, locale)));
        }
        Optional<StaleForm> stale = status == HttpStatus.FORBIDDEN ? StaleForm.of(request) : Optional.empty();
        if (stale.isPresent()) {
            return new ModelAndView("error/stale-form", Map.of("form", stale.get()), status)
                    .addObject("viewer", frame.viewer(request, locale));
        }
        ModelAndView page = new ModelAndView(PAGES.contains(status.value()) ? "error/" + status.value() : "error");
        page.setStatus(status);
        if (status == HttpStatus.BAD_REQUEST) {
            page.addObject("detail", details.of(status, locale).getDetail());
        }
        page.addObject("viewer", frame.viewer(request, locale));
        return page;
    }

    static boolean isForPrograms(String path) {
        return path.startsWith("/api/") || path.startsWith("/actuator/");
    }
}
