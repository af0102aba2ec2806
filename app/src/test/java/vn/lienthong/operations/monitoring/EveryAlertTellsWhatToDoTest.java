package vn.lienthong.operations.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.lienthong.testing.ModuleTest;

/** Rules and dashboard speak of figures that there are, and every alert has its place in the operators' manual. */
@ModuleTest
class EveryAlertTellsWhatToDoTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern METRIC =
            Pattern.compile("\\b(?:lienthong|http_server_requests|hikaricp|jvm|process|system)_[a-z0-9_]+");

    /** Exported by destination, hence only where something is sent to one; their own tests look after them. */
    private static final String BY_DESTINATION = "lienthong_interconnection_";

    @LocalServerPort
    int port;

    @Test
    void every_alert_leads_to_a_heading_of_the_manual_and_none_is_told_of_that_there_is_not() throws IOException {
        String manual = Files.readString(ROOT.resolve("docs/for-operators/alerts.md"));
        Set<String> headings = Pattern.compile("(?m)^### (.+)$")
                .matcher(manual)
                .results()
                .map(heading -> heading.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> alerts = new TreeSet<>();
        for (JsonNode rule : rules()) {
            String name = rule.path("alert").asString();
            alerts.add(name);
            assertThat(rule.path("annotations").path("runbook").asString())
                    .isEqualTo("docs/for-operators/alerts.md#" + name.toLowerCase(Locale.ROOT));
            assertThat(rule.path("annotations").path("summary").asString()).isNotBlank();
            assertThat(rule.path("labels").path("severity").asString()).isIn("critical", "warning");
        }

        assertThat(headings).isEqualTo(alerts);
    }

    @Test
    void every_figure_that_rules_and_dashboard_ask_for_is_exported() throws Exception {
        String exported = exported();
        Set<String> asked = Stream.concat(
                        rules().stream().map(rule -> rule.path("expr").asString()), dashboard())
                .flatMap(expression -> METRIC.matcher(expression).results())
                .map(MatchResult::group)
                .filter(Predicate.not(name -> name.startsWith(BY_DESTINATION)))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(asked).hasSizeGreaterThan(15);
        assertThat(asked).allSatisfy(name -> assertThat(exported).containsPattern("(?m)^" + name + "[ {]"));
    }

    private static List<JsonNode> rules() throws IOException {
        JsonNode file =
                YAMLMapper.builder().build().readTree(Files.readString(ROOT.resolve("docker/monitoring/alerts.yml")));
        return file.path("groups")
                .valueStream()
                .flatMap(group -> group.path("rules").valueStream())
                .toList();
    }

    private static Stream<String> dashboard() throws IOException {
        return JsonMapper.builder()
                .build()
                .readTree(Files.readString(ROOT.resolve("docker/monitoring/grafana/dashboards/lienthong.json")))
                .findValuesAsString("expr")
                .stream();
    }

    /** Over the wire, because only real requests are counted. */
    private String exported() throws IOException, InterruptedException {
        String credentials = Base64.getEncoder().encodeToString("quantri:demo".getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/prometheus"))
                .header("Authorization", "Basic " + credentials)
                .build();
        HttpClient http = HttpClient.newHttpClient();
        http.send(request, BodyHandlers.discarding());
        return http.send(request, BodyHandlers.ofString()).body();
    }
}
