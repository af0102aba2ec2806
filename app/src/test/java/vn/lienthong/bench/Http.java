package vn.lienthong.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON over kept connections, the same for all sides. An answer that is no success ends the comparison. */
final class Http {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;

    Http(URI address) {
        this.address = address;
    }

    JsonNode get(String path, @Nullable String account) throws IOException, InterruptedException {
        return send(request(path, account).GET());
    }

    JsonNode post(String path, Object body, @Nullable String account) throws IOException, InterruptedException {
        return send(request(path, account)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /** Sends one file as a form does. */
    JsonNode upload(String path, String field, String file, String content) throws IOException, InterruptedException {
        String boundary = "----lienthong-bench";
        BodyPublisher body =
                BodyPublishers.ofString("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field
                        + "\"; filename=\"" + file + "\"\r\nContent-Type: application/xml\r\n\r\n" + content + "\r\n--"
                        + boundary
                        + "--\r\n");
        return send(request(path, null)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(body));
    }

    private HttpRequest.Builder request(String path, @Nullable String account) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(address.resolve(path));
        if (account != null) {
            String credentials = account + ":demo";
            builder.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
        }
        return builder;
    }

    private JsonNode send(HttpRequest.Builder builder) throws IOException, InterruptedException {
        HttpRequest request = builder.build();
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(
                    request.method() + " " + request.uri() + ": " + response.statusCode() + " " + response.body());
        }
        return response.body().isEmpty() ? JSON.nullNode() : JSON.readTree(response.body());
    }
}
