package vn.lienthong.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;

/**
 * A form that was sent without the token of the session that is open now: its page was opened before a new login, mostly.
 *
 * @param fields what was typed, to be sent once more with the right token; nothing when it cannot be, or must not
 */
public record StaleForm(String address, List<Field> fields) {

    public record Field(String name, String value) {}

    private static final String TOKEN = "_csrf";

    /** Never written back into a page. */
    private static final Set<String> SECRETS = Set.of("password", "present", "next", "repeated");

    /** What was refused for its token in this request, which is a dispatch from there. */
    static Optional<StaleForm> of(HttpServletRequest request) {
        if (!(request.getAttribute(WebAttributes.ACCESS_DENIED_403) instanceof CsrfException)) {
            return Optional.empty();
        }
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        Object query = request.getAttribute(RequestDispatcher.ERROR_QUERY_STRING);
        String address = path + (query == null ? "" : "?" + query);
        return Optional.of(new StaleForm(address, mayBeSentAgain(request) ? fields(request) : List.of()));
    }

    public boolean isKept() {
        return !fields.isEmpty();
    }

    /** Only from a page of ours, by what the browser says and no script can: a page of another site must not put words into a mouth. */
    private static boolean mayBeSentAgain(HttpServletRequest request) {
        return "same-origin".equals(request.getHeader("Sec-Fetch-Site"))
                && String.valueOf(request.getContentType()).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
                && SECRETS.stream().allMatch(secret -> request.getParameter(secret) == null);
    }

    private static List<Field> fields(HttpServletRequest request) {
        List<Field> fields = new ArrayList<>();
        List<String> inAddress = namesInAddress(request);
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals(TOKEN) && !inAddress.contains(name)) {
                Arrays.stream(values).forEach(value -> fields.add(new Field(name, value)));
            }
        });
        return fields;
    }

    private static List<String> namesInAddress(HttpServletRequest request) {
        Object query = request.getAttribute(RequestDispatcher.ERROR_QUERY_STRING);
        return query == null
                ? List.of()
                : Arrays.stream(query.toString().split("&"))
                        .map(pair -> pair.split("=", 2)[0])
                        .toList();
    }
}
