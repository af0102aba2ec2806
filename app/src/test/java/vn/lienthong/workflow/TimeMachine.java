package vn.lienthong.workflow;

import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestComponent;

/** Moves the product's clock in tests; what falls due on the way happens at its moment, in order. */
@TestComponent
public class TimeMachine {

    /** More jobs than any test has; a re-arming loop that never ends must not hang the build. */
    private static final int TOO_MANY = 10_000;

    /** What else happens at its own time. */
    public interface Machinery {

        Optional<Instant> next();

        /** Does what is due by now. */
        void run();
    }

    private final ManagementService management;
    private final MovableTime clock;
    private final ObjectProvider<Machinery> others;

    public TimeMachine(ManagementService management, MovableTime clock, ObjectProvider<Machinery> others) {
        this.management = management;
        this.clock = clock;
        this.others = others;
    }

    /** Sets the clock without letting anything happen. */
    public void set(Instant now) {
        clock.set(now);
    }

    /** Lets time pass until then; rungs are told and timers fire when they are due. */
    public void passUntil(Instant then) {
        for (int i = 0; i < TOO_MANY; i++) {
            List<Job> next = management
                    .createJobQuery()
                    .withRetriesLeft()
                    .duedateLowerThan(Date.from(then.plusMillis(1)))
                    .orderByJobDuedate()
                    .asc()
                    .listPage(0, 1);
            Instant timer =
                    next.isEmpty() ? Instant.MAX : next.get(0).getDuedate().toInstant();
            Optional<Machinery> first = others.stream()
                    .filter(other ->
                            other.next().filter(due -> !due.isAfter(then)).isPresent())
                    .min(Comparator.comparing(other -> other.next().orElse(Instant.MAX)));
            Instant due = first.flatMap(Machinery::next)
                    .filter(at -> at.isBefore(timer))
                    .orElse(timer);
            if (due.equals(Instant.MAX)) {
                set(then);
                return;
            }
            set(due.isAfter(now()) ? due : now());
            if (due.equals(timer)) {
                management.executeJob(next.get(0).getId());
            } else {
                first.orElseThrow().run();
            }
        }
        throw new AssertionError("jobs never stop falling due before " + then);
    }

    public Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    /** Back to the real time. */
    public void reset() {
        clock.reset();
    }
}
