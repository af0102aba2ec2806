package vn.lienthong.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import vn.lienthong.workflow.ProcessRef;

/** Says what would be promised, before anything is received. Implemented by the deadline module. */
public interface Foretelling {

    /** When each leg would be due if a dossier with these legs were received at that moment. */
    Map<String, Instant> dueDates(ProcessRef process, List<PlannedLeg> legs, Instant receivedAt);
}
