package vn.lienthong.worklist;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Duty;
import vn.lienthong.dossier.Application;
import vn.lienthong.dossier.Channel;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Receiving;
import vn.lienthong.workflow.TimeMachine;

/** Work for officers: real dossiers, or lines that no process stands behind. No bean: all tests share one context. */
class Work {

    private final LineMapper lines;
    private final JdbcClient jdbc;
    private final Receiving receiving;
    private final CurrentCaller callers;
    private final TimeMachine time;

    Work(LineMapper lines, JdbcClient jdbc, Receiving receiving, CurrentCaller callers, TimeMachine time) {
        this.lines = lines;
        this.jdbc = jdbc;
        this.receiving = receiving;
        this.callers = callers;
        this.time = time;
    }

    /** Receives one of the sample dossiers at its own time. */
    DossierNumber received(String file) {
        Map<String, Object> sample = read(file);
        time.set(OffsetDateTime.parse(String.valueOf(sample.get("receivedAt"))).toInstant());
        Map<?, ?> request = (Map<?, ?>) Objects.requireNonNull(sample.get("request"));
        return callers.as(
                "tiepnhan",
                () -> receiving.receive(new Application(
                        String.valueOf(request.get("procedure")),
                        request.get("channel"),
                        request.get("applicant"),
                        request.get("data"),
                        request.get("papers"))));
    }

    /** The only open step of a dossier, its legs included. */
    Line openStepOf(DossierNumber origin) {
        List<Line> open = lines.ofOrigin(origin.value());
        if (open.size() != 1) {
            throw new AssertionError("not one open step but " + open);
        }
        return open.get(0);
    }

    /** @return the task id */
    String at(String unit, Duty duty, @Nullable Instant dueAt) {
        return at(unit, duty, dueAt, Line.State.OPEN);
    }

    String at(String unit, Duty duty, Instant dueAt, String applicant) {
        return at(unit, duty, dueAt, Line.State.OPEN, unit, applicant);
    }

    String waitingAt(String unit, Duty duty) {
        return at(unit, duty, null, Line.State.WAITING);
    }

    /** A step at one agency of a dossier that another one received. */
    String atFor(String home, String unit, Duty duty, Instant dueAt) {
        return at(unit, duty, dueAt, Line.State.OPEN, home);
    }

    private String at(String unit, Duty duty, @Nullable Instant dueAt, Line.State state) {
        return at(unit, duty, dueAt, state, unit);
    }

    private String at(String unit, Duty duty, @Nullable Instant dueAt, Line.State state, String home) {
        return at(unit, duty, dueAt, state, home, "Nguyễn Thị Thanh Hà");
    }

    private String at(
            String unit, Duty duty, @Nullable Instant dueAt, Line.State state, String home, String applicant) {
        String taskId = UUID.randomUUID().toString();
        String number = "T-" + taskId;
        jdbc.sql("""
                        insert into dossier.dossier (number, procedure, edition, state, channel, area, unit, units,
                                                     applicant_name, content, secret, submitted_at, received_at)
                        values (:number, 'death-registration', '2025-07-01', 4, 'COUNTER', 'an-hoa', :unit,
                                array[:unit], 'Nguyễn Thị Thanh Hà', '{}', 'x', now(), now())
                        """).param("number", number).param("unit", unit).update();
        lines.insert(new Line(
                taskId,
                number,
                number,
                "civil-status",
                "death-registration",
                "2025-07-01",
                "UserTask_VerifyAndRegister",
                applicant,
                unit,
                duty,
                state,
                null,
                null,
                null,
                Instant.parse("2026-11-20T00:30:00Z"),
                dueAt,
                0,
                Channel.COUNTER,
                home));
        return taskId;
    }

    private static Map<String, Object> read(String file) {
        try (InputStream in = Work.class.getResourceAsStream("/cases/death-registration/" + file + ".json")) {
            return JsonMapper.builder().build().readValue(in, new TypeReference<Map<String, Object>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
