package vn.lienthong.workflow;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Sets the product's clock, for a demonstration that has lived some days before anybody looks at it. */
@Component
@Profile({"demo", "test"})
public class MovableTime {

    public void set(Instant now) {
        ClockUtil.setCurrentTime(Date.from(now));
    }

    /** Back to the real time. */
    public void reset() {
        ClockUtil.reset();
    }
}
