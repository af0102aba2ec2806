package vn.lienthong.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Pages as browsers ask for them: everybody logs in once, with the demonstration password. */
final class Sessions {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;
    private final Map<String, String> cookies = new HashMap<>();

    Sessions(URI address) {
        this.address = address;
    }

    /** What is answered without an error; a redirection is an answer. */
    String get(String path, String account) throws IOException, InterruptedException {
        if (!cookies.containsKey(account)) {
            cookies.put(account, logIn(account));
        }
        HttpResponse<String> answer = send(request(path, cookies.get(account)).GET());
        if (answer.statusCode() >= 400) {
            throw new IllegalStateException(path + " for " + account + ": " + answer.statusCode());
        }
        return answer.body();
    }

    private String logIn(String account) throws IOException, InterruptedException {
        HttpResponse<String> form = send(request("/login", "").GET());
        Matcher token = TOKEN.matcher(form.body());
        if (!token.find()) {
            throw new IllegalStateException("no form to log in: " + form.body());
        }
        HttpResponse<String> welcome = send(request("/login", cookie(form))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + account + "&password=demo&_csrf="
                        + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8))));
        return cookie(welcome);
    }

    private static String cookie(HttpResponse<?> answer) {
        return answer.headers().allValues("set-cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .collect(Collectors.joining("; "));
    }

    private HttpRequest.Builder request(String path, String cookie) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(path)).header("Accept", "text/html");
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
