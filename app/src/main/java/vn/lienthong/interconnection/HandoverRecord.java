package vn.lienthong.interconnection;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.HandingOver;

/** Tells the control slip what was handed over, and who took it up. */
@Component
class HandoverRecord implements HandingOver {

    private final HandoverMapper handovers;

    HandoverRecord(HandoverMapper handovers) {
        this.handovers = handovers;
    }

    @Override
    public List<Pass> of(DossierNumber number) {
        return handovers.of(number.value()).stream()
                .map(handover -> new Pass(
                        handover.leg(),
                        handover.fromUnit(),
                        handover.toUnit(),
                        handover.sentAt(),
                        handover.acknowledgedBy(),
                        handover.acknowledgedAt()))
                .toList();
    }
}
