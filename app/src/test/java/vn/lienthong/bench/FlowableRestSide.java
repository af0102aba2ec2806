package vn.lienthong.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;

final class FlowableRestSide extends EngineSide {

    private static final String REST = "/process-api/";

    FlowableRestSide(Postgres postgres) {
        super("flowable-rest", postgres);
    }

    @Override
    Map.Entry<String, String> extension() {
        return Map.entry("flowable", "http://flowable.org/bpmn");
    }

    @Override
    void deploy(Http http, String diagram) throws IOException, InterruptedException {
        http.upload(REST + "repository/deployments", "file", "five-steps.bpmn20.xml", diagram);
    }

    @Override
    String begin(Http http) throws IOException, InterruptedException {
        return http.post(
                        REST + "runtime/process-instances",
                        Map.of("processDefinitionKey", "five-steps", "variables", typed(application())),
                        null)
                .path("id")
                .asString();
    }

    @Override
    String open(Http http, String instance) throws IOException, InterruptedException {
        return only(http.get(REST + "runtime/tasks?processInstanceId=" + instance, null)
                .path("data"));
    }

    @Override
    void claim(Http http, String task, String officer) throws IOException, InterruptedException {
        http.post(REST + "runtime/tasks/" + task, Map.of("action", "claim", "assignee", officer), null);
    }

    @Override
    void complete(Http http, String task, int step) throws IOException, InterruptedException {
        http.post(
                REST + "runtime/tasks/" + task, Map.of("action", "complete", "variables", typed(answers(step))), null);
    }

    private static List<Map<String, Object>> typed(Map<String, Object> fields) {
        return fields.entrySet().stream()
                .map(field -> Map.of("name", field.getKey(), "type", (Object) "string", "value", field.getValue()))
                .toList();
    }
}
