package vn.lienthong.workflow;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.boot.test.context.TestComponent;

/** Moves the product's clock in tests; what falls due on the way happens at its moment, in order. */
@TestComponent
public class TimeMachine {

    /** More jobs than any test has; a re-arming loop that never ends must not hang the build. */
    private static final int TOO_MANY = 10_000;

    private final ManagementService management;

    public TimeMachine(ManagementService management) {
        this.management = management;
    }

    /** Sets the clock without letting anything happen. */
    public void set(Instant now) {
        ClockUtil.setCurrentTime(Date.from(now));
    }

    /** Lets time pass until then; alarms and timers fire when they are due. */
    public void passUntil(Instant then) {
        for (int i = 0; i < TOO_MANY; i++) {
            List<Job> next = management
                    .createJobQuery()
                    .withRetriesLeft()
                    .duedateLowerThan(Date.from(then.plusMillis(1)))
                    .orderByJobDuedate()
                    .asc()
                    .listPage(0, 1);
            if (next.isEmpty()) {
                set(then);
                return;
            }
            Instant due = next.get(0).getDuedate().toInstant();
            set(due.isAfter(now()) ? due : now());
            management.executeJob(next.get(0).getId());
        }
        throw new AssertionError("jobs never stop falling due before " + then);
    }

    public Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    /** Back to the real time. */
    public void reset() {
        ClockUtil.reset();
    }
}
