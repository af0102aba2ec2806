package vn.lienthong.worklist;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienthong.deadline.Does;
import vn.lienthong.deadline.Level;
import vn.lienthong.deadline.RungReached;

/** Work that somebody has to act about stands out in every list, the more so the higher it was carried. */
@Component
class RaisingPriority {

    private final LineMapper lines;

    RaisingPriority(LineMapper lines) {
        this.lines = lines;
    }

    @EventListener
    void reached(RungReached rung) {
        if (rung.does() == Does.ACT) {
            lines.raise(
                    rung.taskId(),
                    rung.root().value(),
                    rung.level() == Level.LEG ? rung.leg() : null,
                    rung.escalationLevel());
        }
    }
}
