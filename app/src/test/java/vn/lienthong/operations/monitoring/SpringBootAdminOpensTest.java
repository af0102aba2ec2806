package vn.lienthong.operations.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.lienthong.testing.Browser;
import vn.lienthong.testing.ModuleTest;

/** The page is somebody else's script in our frame: that it runs behind our login can only be seen in a browser. */
@ModuleTest
class SpringBootAdminOpensTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @Value("${lienthong.node-password}")
    String nodePassword;

    @Test
    void for_a_technical_administrator_with_the_nodes_that_reported() throws Exception {
        String node = "http://localhost:" + port;
        report(node);

        Page page = browser.as("quantri");
        page.navigate("/ops/");
        page.waitForSelector("text=lienthong-probe");

        browser.picture(page, "ops");
        assertThat(page.title()).contains("Liên Thông");
    }

    /** As the client in each node does. */
    private void report(String node) throws Exception {
        String credentials =
                Base64.getEncoder().encodeToString(("node:" + nodePassword).getBytes(StandardCharsets.UTF_8));
        String body = String.format("""
                {"name": "lienthong-probe", "managementUrl": "%1$s/actuator", "healthUrl": "%1$s/actuator/health",
                 "serviceUrl": "%1$s/"}
                """, node);
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(node + "/ops/instances"))
                                .header("Authorization", "Basic " + credentials)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(201);
    }
}
