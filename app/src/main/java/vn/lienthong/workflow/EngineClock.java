package vn.lienthong.workflow;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/** The product's clock. It is the engine's clock, so that a moved engine clock moves everything. */
@Component("clock")
public class EngineClock extends Clock {

    /** The one time zone of the state. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final ZoneId zone;

    public EngineClock() {
        this(ZONE);
    }

    private EngineClock(ZoneId zone) {
        super();
        this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new EngineClock(other);
    }

    @Override
    public Instant instant() {
        return ClockUtil.getCurrentTime().toInstant();
    }
}
