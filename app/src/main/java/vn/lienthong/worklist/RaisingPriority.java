package vn.lienthong.worklist;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienthong.command.InHand;
import vn.lienthong.deadline.Does;
import vn.lienthong.deadline.Level;
import vn.lienthong.deadline.RungReached;

/** Work that somebody has to act about stands out in every list, the more so the higher it was carried. */
@Component
class RaisingPriority {

    private final LineMapper lines;
    private final InHand<Desk> inHand = new InHand<>(Desk::new);

    RaisingPriority(LineMapper lines) {
        this.lines = lines;
    }

    @EventListener
    void reached(RungReached rung) {
        if (rung.does() == Does.ACT) {
            inHand.get()
                    .raises
                    .add(new LineMapper.Raise(
                            rung.taskId(),
                            rung.root().value(),
                            rung.level() == Level.LEG ? rung.leg() : null,
                            rung.escalationLevel()));
        }
    }

    /** Many clocks climb in one transaction. */
    private final class Desk implements InHand.Pending {

        private final List<LineMapper.Raise> raises = new ArrayList<>();

        @Override
        public void write() {
            if (!raises.isEmpty()) {
                lines.raise(raises);
                raises.clear();
            }
        }
    }
}
