package vn.lienthong.worklist;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;

/** For technical administrators: compares the worklist with the engine, and repairs it. Shows task ids, no dossiers. */
@Component
@Endpoint(id = "worklist")
class WorklistEndpoint {

    private final WorklistConsistency consistency;

    WorklistEndpoint(WorklistConsistency consistency) {
        this.consistency = consistency;
    }

    @ReadOperation
    public WorklistConsistency.Report check() {
        return consistency.check();
    }

    @WriteOperation
    public WorklistConsistency.Report repair() {
        return consistency.repair();
    }
}
