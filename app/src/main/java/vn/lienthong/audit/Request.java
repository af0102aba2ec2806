package vn.lienthong.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/** What was asked for over HTTP, by the pattern of its address. */
record Request(HttpServletRequest http) {

    private static final Set<String> LOOKING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /** Empty for what the product does by itself. */
    static Optional<Request> current() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? Optional.of(new Request(attributes.getRequest()))
                : Optional.empty();
    }

    boolean changes() {
        return !LOOKING.contains(http.getMethod())
                && !(http.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod handler
                        && handler.hasMethodAnnotation(NoCommand.class));
    }

    /** Method and pattern, such as {@code POST /tasks/{taskId}/complete}. */
    String act() {
        Object pattern = http.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return http.getMethod() + " " + (pattern == null ? http.getRequestURI() : pattern);
    }

    /** What stood in the address for the names in the pattern. */
    Map<String, String> about() {
        Map<String, String> about = new LinkedHashMap<>();
        if (http.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables) {
            variables.forEach((name, value) -> about.put(String.valueOf(name), String.valueOf(value)));
        }
        return about;
    }
}
