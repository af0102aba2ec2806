package vn.lienthong.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

final class CamundaRestSide extends EngineSide {

    private static final String REST = "/engine-rest/";

    CamundaRestSide(Postgres postgres) {
        super("camunda-rest", postgres);
    }

    @Override
    Map.Entry<String, String> extension() {
        return Map.entry("camunda", "http://camunda.org/schema/1.0/bpmn");
    }

    @Override
    void deploy(Http http, String diagram) throws IOException, InterruptedException {
        http.upload(REST + "deployment/create", "data", "five-steps.bpmn", diagram);
    }

    @Override
    String begin(Http http) throws IOException, InterruptedException {
        return http.post(
                        REST + "process-definition/key/five-steps/start",
                        Map.of("variables", typed(application())),
                        null)
                .path("id")
                .asString();
    }

    @Override
    String open(Http http, String instance) throws IOException, InterruptedException {
        return only(http.get(REST + "task?processInstanceId=" + instance, null));
    }

    @Override
    void claim(Http http, String task, String officer) throws IOException, InterruptedException {
        http.post(REST + "task/" + task + "/claim", Map.of("userId", officer), null);
    }

    @Override
    void complete(Http http, String task, int step) throws IOException, InterruptedException {
        http.post(REST + "task/" + task + "/complete", Map.of("variables", typed(answers(step))), null);
    }

    private static Map<String, Object> typed(Map<String, Object> fields) {
        Map<String, Object> typed = new LinkedHashMap<>();
        fields.forEach((name, value) -> typed.put(name, Map.of("value", value, "type", "String")));
        return typed;
    }
}
