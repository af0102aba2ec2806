package vn.lienthong.testing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What every answer of the product has to tell a browser, and what it must not. */
public final class Guards {

    /** Files of the product itself, the same for everybody. */
    private static final Pattern STATIC = Pattern.compile(
            "/(islands|fonts|css|js|img|swagger-ui|ops/assets|webjars)/.*|/favicon\\.(ico|svg)|/robots\\.txt");

    /** Read by the script of the page for administrators of the machinery, which sends it back as a header. */
    private static final String FOR_SCRIPTS = "XSRF-TOKEN=";

    /** Of ours; or of what Tomcat says before the product is asked, where nothing may be loaded. */
    private static final String POLICY = "(?=.*default-src 'self';)(?=.*script-src 'self';)(?=.*object-src 'self';)"
            + "(?=.*base-uri 'self';)(?=.*frame-ancestors 'self')(?=.*form-action 'self').*"
            + "|default-src 'none'; frame-ancestors 'none'; form-action 'none'";

    private Guards() {}

    /**
     * @param headers the values of a header by its name
     * @param https whether the answer came over https
     * @return a line for each guard that is missing
     */
    public static List<String> missing(
            String path, boolean https, Function<String, ? extends Collection<String>> headers) {
        List<String> missing = new ArrayList<>();
        expect(missing, headers, "X-Content-Type-Options", "nosniff");
        expect(missing, headers, "Referrer-Policy", "same-origin|no-referrer");
        expect(missing, headers, "X-Frame-Options", "SAMEORIGIN|DENY");
        expect(missing, headers, "Permissions-Policy", ".*camera=\\(\\).*microphone=\\(\\).*");
        expect(missing, headers, "Cross-Origin-Opener-Policy", "same-origin");
        expect(missing, headers, "Cross-Origin-Resource-Policy", "same-origin");
        expect(missing, headers, "Content-Security-Policy", POLICY);
        if (https) {
            expect(missing, headers, "Strict-Transport-Security", "max-age=31536000.*");
        } else if (!headers.apply("Strict-Transport-Security").isEmpty()) {
            missing.add("Strict-Transport-Security over http");
        }
        if (!STATIC.matcher(path).matches()) {
            expect(missing, headers, "Cache-Control", ".*no-store.*");
        }
        for (String tells : List.of("Server", "X-Powered-By")) {
            if (!headers.apply(tells).isEmpty()) {
                missing.add(tells + " tells what runs here");
            }
        }
        headers.apply("Set-Cookie").forEach(cookie -> cookie(missing, cookie, https));
        return missing;
    }

    private static void cookie(List<String> missing, String cookie, boolean https) {
        if (!cookie.contains("SameSite=")) {
            missing.add("SameSite of " + cookie);
        }
        if (!cookie.contains("HttpOnly") && !cookie.startsWith(FOR_SCRIPTS)) {
            missing.add("HttpOnly of " + cookie);
        }
        if (https && !cookie.contains("Secure")) {
            missing.add("Secure of " + cookie);
        }
    }

    private static void expect(
            List<String> missing, Function<String, ? extends Collection<String>> headers, String name, String pattern) {
        Collection<String> values = headers.apply(name);
        if (values.size() != 1 || !values.iterator().next().matches(pattern)) {
            missing.add(name + ": " + values);
        }
    }
}
