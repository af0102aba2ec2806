package vn.lienthong.deadline;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Calendars;
import vn.lienthong.dossier.Foretelling;
import vn.lienthong.dossier.PlannedLeg;
import vn.lienthong.workflow.ProcessRef;

/** The promise of a dossier that nobody has received yet. */
@Component
class Foreseeing implements Foretelling {

    private final Calendars calendars;

    Foreseeing(Calendars calendars) {
        this.calendars = calendars;
    }

    @Override
    public Map<String, Instant> dueDates(ProcessRef process, List<PlannedLeg> legs, Instant receivedAt) {
        var plan = new Composition(
                receivedAt,
                legs.stream()
                        .map(leg -> new Composition.Part(
                                leg.leg(), leg.after(), calendars.ofUnit(leg.unit()), leg.budget(), Course.PLANNED))
                        .toList());
        Map<String, Instant> due = new LinkedHashMap<>();
        legs.forEach(leg -> due.put(leg.leg(), plan.promised(leg.leg()).dueAt()));
        return due;
    }
}
