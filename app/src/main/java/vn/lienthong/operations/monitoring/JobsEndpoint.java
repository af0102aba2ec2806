package vn.lienthong.operations.monitoring;

import java.util.List;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;
import vn.lienthong.workflow.EngineHealth;

/** For technical administrators: the engine's failed jobs, and another try for them. */
@Component
@Endpoint(id = "jobs")
class JobsEndpoint {

    private final EngineHealth engine;

    JobsEndpoint(EngineHealth engine) {
        this.engine = engine;
    }

    @ReadOperation
    public List<EngineHealth.FailedJob> failed() {
        return engine.failedJobs();
    }

    @WriteOperation
    public Map<String, Integer> retry() {
        return Map.of("retried", engine.retryFailedJobs());
    }
}
