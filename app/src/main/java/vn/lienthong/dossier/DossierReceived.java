package vn.lienthong.dossier;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.workflow.ProcessRef;

/**
 * A dossier was received: by the counter, online or by post, or opened as an agency's leg of another one. Announced
 * before its process starts, so that its clocks run when the first step opens.
 *
 * @param origin the dossier of which this one is a leg; null when a citizen handed it in
 * @param originLeg which leg of the origin it is; null with {@code origin}
 * @param unit the unit that received it
 */
public record DossierReceived(
        DossierNumber number,
        @Nullable DossierNumber origin,
        @Nullable String originLeg,
        ProcessRef process,
        Instant receivedAt,
        String area,
        String unit,
        List<PlannedLeg> legs) {}
