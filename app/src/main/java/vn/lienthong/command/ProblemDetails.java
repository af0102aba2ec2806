package vn.lienthong.command;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** Turns refusals into problem details (RFC 9457) that speak the caller's language. */
@Component
public class ProblemDetails {

    private final MessageSource messages;

    ProblemDetails(MessageSource messages) {
        this.messages = messages;
    }

    public ProblemDetail of(InvalidInput invalid, Locale locale) {
        ProblemDetail detail = detail(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-input", locale);
        detail.setProperty("problems", inWords(invalid.problems(), locale));
        return detail;
    }

    public ProblemDetail of(Refused refused, Locale locale) {
        ProblemDetail detail = detail(HttpStatus.CONFLICT, refused.code(), locale);
        detail.setDetail(sentence("refused." + refused.code(), refused.args(), locale));
        detail.setProperty("problems", List.of());
        detail.setProperty("state", refused.state());
        return detail;
    }

    public ProblemDetail of(NotFound notFound, Locale locale) {
        ProblemDetail detail = detail(HttpStatus.NOT_FOUND, notFound.what() + "-not-found", locale);
        detail.setDetail(sentence("not-found." + notFound.what(), List.of(), locale));
        return detail;
    }

    public ProblemDetail of(Forbidden forbidden, Locale locale) {
        ProblemDetail detail = detail(HttpStatus.FORBIDDEN, forbidden.code(), locale);
        detail.setDetail(sentence("forbidden." + forbidden.code(), List.of(), locale));
        return detail;
    }

    /** A problem detail for anything the web layer itself refuses; {@code problem.http.<status>} has its words. */
    public ProblemDetail of(HttpStatus status, Locale locale) {
        return detail(status, "http-" + status.value(), locale);
    }

    public List<FieldProblem> inWords(List<Problem> problems, Locale locale) {
        return problems.stream()
                .map(p -> new FieldProblem(p.field(), p.code(), sentence("problem." + p.code(), p.args(), locale)))
                .toList();
    }

    public Map<String, Object> asMap(ProblemDetail detail) {
        Map<String, Object> map = new java.util.LinkedHashMap<>();
        map.put("type", String.valueOf(detail.getType()));
        map.put("title", String.valueOf(detail.getTitle()));
        map.put("status", detail.getStatus());
        map.put("detail", String.valueOf(detail.getDetail()));
        if (detail.getProperties() != null) {
            map.putAll(detail.getProperties());
        }
        return map;
    }

    private ProblemDetail detail(HttpStatus status, String code, Locale locale) {
        ProblemDetail detail = ProblemDetail.forStatus(status);
        detail.setType(URI.create("urn:lienthong:problem:" + code));
        detail.setTitle(words(status, "title", locale));
        detail.setDetail(words(status, "detail", locale));
        detail.setProperty("code", code);
        detail.setProperty("problems", List.of());
        return detail;
    }

    /** What has no words of its own is bad, or our fault. */
    private String words(HttpStatus status, String part, Locale locale) {
        String general = sentence("http." + (status.is5xxServerError() ? 500 : 400) + "." + part, List.of(), locale);
        return Objects.requireNonNullElse(
                messages.getMessage("http." + status.value() + "." + part, null, general, locale), general);
    }

    /** The sentence for a key; the key itself when nobody wrote one, which a test forbids for keys of the product. */
    public String sentence(String key, List<Object> args, Locale locale) {
        try {
            return messages.getMessage(key, args.toArray(), locale);
        } catch (NoSuchMessageException unknown) {
            return key;
        }
    }
}
