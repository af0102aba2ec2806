package vn.lienthong.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * An engine behind its own REST interface with its default settings: five user tasks with a timer on each, twenty variables
 * at the start and four with every step, nothing else. What it lacks of the product is not added.
 */
abstract class EngineSide implements Side {

    static final int STEPS = 5;

    private final String name;
    private final Postgres postgres;
    private Server server;
    private Http http;

    EngineSide(String name, Postgres postgres) {
        this.name = name;
        this.postgres = postgres;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final void start() throws IOException, InterruptedException {
        Path jar = Path.of("src", "bench", name, "target", name + ".jar");
        server = Server.start(
                name,
                List.of("-jar", jar.toString()),
                List.of(
                        "--spring.datasource.url=" + postgres.url(name),
                        "--spring.datasource.username=" + postgres.username(),
                        "--spring.datasource.password=" + postgres.password()));
        http = new Http(server.address());
        deploy(http, diagram());
    }

    /** @param diagram with the engine's own attributes */
    abstract void deploy(Http http, String diagram) throws IOException, InterruptedException;

    /** The prefix and name space of the engine's own attributes. */
    abstract Map.Entry<String, String> extension();

    @Override
    public final void carry(Completions completions) throws IOException, InterruptedException {
        String dossier = begin(http);
        for (int step = 1; step <= STEPS; step++) {
            String task = open(http, dossier);
            claim(http, task, "officer" + step);
            long started = System.nanoTime();
            complete(http, task, step);
            completions.took(System.nanoTime() - started);
        }
    }

    /** @return the new instance */
    abstract String begin(Http http) throws IOException, InterruptedException;

    /** @return the instance's only task */
    abstract String open(Http http, String instance) throws IOException, InterruptedException;

    abstract void claim(Http http, String task, String officer) throws IOException, InterruptedException;

    abstract void complete(Http http, String task, int step) throws IOException, InterruptedException;

    /** Twenty fields, as the applicant's form has them. */
    static Map<String, Object> application() {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int field = 1; field <= 20; field++) {
            fields.put("field" + field, "Số " + field + ", tổ 5, phường An Hòa");
        }
        return fields;
    }

    static Map<String, Object> answers(int step) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int field = 1; field <= 4; field++) {
            fields.put("step" + step + "field" + field, "Đã kiểm tra, đủ điều kiện");
        }
        return fields;
    }

    private String diagram() throws IOException {
        try (InputStream file = EngineSide.class.getResourceAsStream("/bench/five-steps.bpmn")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{prefix}", extension().getKey())
                    .replace("{namespace}", extension().getValue());
        }
    }

    static String only(JsonNode tasks) {
        if (tasks.size() != 1) {
            throw new AssertionError("not one task: " + tasks);
        }
        return tasks.path(0).path("id").asString();
    }

    @Override
    public final void close() {
        if (server != null) {
            server.close();
        }
    }
}
