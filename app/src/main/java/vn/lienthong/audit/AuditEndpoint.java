package vn.lienthong.audit;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.stereotype.Component;

/** For technical administrators: whether the log holds together. Names places in the log, no dossiers. */
@Component
@Endpoint(id = "auditlog")
class AuditEndpoint {

    private final Verification verification;

    AuditEndpoint(Verification verification) {
        this.verification = verification;
    }

    @ReadOperation
    public Verification.Report verify(@Nullable LocalDate from, @Nullable LocalDate until) {
        Verification.Report report = verification.verify(from, until);
        List<Finding> places = report.findings().stream()
                .map(finding -> new Finding(finding.kind(), finding.day(), finding.unit(), finding.position(), null))
                .toList();
        return new Verification.Report(report.days(), report.entries(), report.lines(), report.seals(), places);
    }
}
