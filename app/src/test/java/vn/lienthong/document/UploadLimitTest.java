package vn.lienthong.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.lienthong.testing.ModuleTest;

@ModuleTest
class UploadLimitTest {

    @LocalServerPort
    int port;

    @Test
    void a_file_beyond_every_limit_gets_an_answer_and_not_a_broken_connection() throws Exception {
        HttpResponse<String> answer = post(30 * 1024 * 1024);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("paper-too-large");
    }

    private HttpResponse<String> post(int size) throws IOException, InterruptedException {
        var body = new ByteArrayOutputStream();
        body.write(("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.7\n")
                .getBytes(StandardCharsets.US_ASCII));
        body.write(new byte[size]);
        body.write("\r\n--x--\r\n".getBytes(StandardCharsets.US_ASCII));
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/dossiers/none/documents"))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString("tiepnhan:demo".getBytes(StandardCharsets.UTF_8)))
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
