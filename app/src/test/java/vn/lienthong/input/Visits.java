package vn.lienthong.input;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Says a line of the table to the running product. */
final class Visits {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern TOKEN = Pattern.compile("<meta name=\"csrf-token\" content=\"([^\"]+)\"");
    /** A letter so many times, or a language. */
    private static final Pattern REPEATED = Pattern.compile("([a-z(]|xx,)\\*(\\d{3,5})");

    private static final String BOUNDARY = "the-boundary";

    private record Session(String cookie, String token) {}

    private final Wire wire;
    private final Map<String, String> names;
    private final Map<String, Session> sessions = new HashMap<>();

    Visits(Wire wire, Map<String, String> names) {
        this.wire = wire;
        this.names = names;
    }

    Wire.Answer say(BadInput line) {
        String[] send = line.text("send", "").split(" ", 2);
        List<String> head = new ArrayList<>();
        head.add(send[0] + " " + named(send[1]) + " HTTP/1.1");
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept-Language", line.text("language", "vi"));
        headers.put("Accept", send[1].startsWith("/api/") ? "*/*" : "text/html");
        identify(line, headers);
        byte[] body = body(line, headers);
        if (body.length > 0 || !send[0].matches("GET|HEAD")) {
            headers.put("Content-Length", Integer.toString(body.length));
        }
        line.fields("headers").forEach((name, value) -> headers.put(name, named(value)));
        headers.forEach((name, value) -> {
            if (!value.equals("-")) {
                head.add(name + ": " + value);
            }
        });
        return wire.send(head, body);
    }

    /** Lets somebody in for the first time. */
    void greet(String who) {
        String[] parts = who.split(" ");
        if (parts[0].equals("page")) {
            session(parts[1]);
        }
    }

    private void identify(BadInput line, Map<String, String> headers) {
        String[] who = line.text("who", "nobody").split(" ");
        switch (who[0]) {
            case "nobody" -> {}
            case "program" ->
                headers.put("Authorization", basic(who[1], "for-tests-only-" + who[1] + "-0123456789abcdef"));
            case "page" -> {
                Session session = session(who[1]);
                headers.put("Cookie", session.cookie());
                if (!line.text("token", "own").equals("none")) {
                    headers.put(
                            "X-CSRF-TOKEN",
                            line.text("token", "own").equals("own") ? session.token() : line.text("token", ""));
                }
            }
            default -> headers.put("Authorization", basic(who[0], "demo"));
        }
    }

    private static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private byte[] body(BadInput line, Map<String, String> headers) {
        if (line.has("files")) {
            headers.put("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
            return parts(line);
        }
        if (line.has("form")) {
            headers.put("Content-Type", "application/x-www-form-urlencoded");
            return Bombs.text(line.fields("form").entrySet().stream()
                    .map(field -> encoded(field.getKey()) + "=" + encoded(named(field.getValue())))
                    .collect(Collectors.joining("&")));
        }
        if (line.has("application")) {
            headers.put("Content-Type", "application/json");
            return Bombs.text(JSON.writeValueAsString(Applications.changed(line)));
        }
        if (line.has("json")) {
            headers.put("Content-Type", "application/json");
            return Bombs.text(named(JSON.writeValueAsString(line.any("json"))));
        }
        if (line.has("text") || line.has("made")) {
            headers.put("Content-Type", line.text("type", "application/json"));
            return line.has("text") ? Bombs.text(named(line.text("text", ""))) : Bombs.make(line.text("made", ""));
        }
        return new byte[0];
    }

    private byte[] parts(BadInput line) {
        var body = new ByteArrayOutputStream();
        line.fields("form")
                .forEach((name, value) ->
                        body.writeBytes(Bombs.text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\""
                                + name + "\"\r\n\r\n" + named(value) + "\r\n")));
        for (Map<String, Object> file : line.files()) {
            body.writeBytes(Bombs.text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\""
                    + file.getOrDefault("field", "file") + "\"; filename=\""
                    + file.getOrDefault("name", "giay-bao-tu.pdf")
                    + "\"\r\nContent-Type: " + file.getOrDefault("type", "application/pdf") + "\r\n\r\n"));
            body.writeBytes(
                    file.containsKey("text")
                            ? Bombs.text(named(String.valueOf(file.get("text"))))
                            : Bombs.make(String.valueOf(file.get("made"))));
            body.writeBytes(Bombs.text("\r\n"));
        }
        body.writeBytes(Bombs.text("--" + BOUNDARY + "--\r\n"));
        return body.toByteArray();
    }

    private Session session(String account) {
        return sessions.computeIfAbsent(account, name -> {
            Wire.Answer page = wire.send(List.of("GET /login HTTP/1.1", "Accept: text/html"), new byte[0]);
            byte[] form = Bombs.text("username=" + name + "&password=demo&_csrf=" + encoded(token(page)));
            Wire.Answer in = wire.send(
                    List.of(
                            "POST /login HTTP/1.1",
                            "Cookie: " + cookie(page),
                            "Content-Type: application/x-www-form-urlencoded",
                            "Content-Length: " + form.length),
                    form);
            Wire.Answer start = wire.send(
                    List.of("GET /notices HTTP/1.1", "Cookie: " + cookie(in), "Accept: text/html"), new byte[0]);
            return new Session(cookie(in), token(start));
        });
    }

    private static String cookie(Wire.Answer answer) {
        return answer.header("Set-Cookie").split(";")[0];
    }

    private static String token(Wire.Answer page) {
        Matcher found = TOKEN.matcher(page.body());
        if (!found.find()) {
            throw new AssertionError("no token in the page: " + page.status() + page.body());
        }
        return found.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Names in braces that stand for something, other braces are bad input; and what is very long written out. */
    private String named(String text) {
        String named = text;
        for (Map.Entry<String, String> name : names.entrySet()) {
            named = named.replace(name.getKey(), Objects.requireNonNull(name.getValue()));
        }
        return REPEATED.matcher(named).replaceAll(many -> many.group(1).repeat(Integer.parseInt(many.group(2))));
    }
}
