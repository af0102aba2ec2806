package vn.lienthong.interconnection;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Organisation;
import vn.lienthong.interconnection.peer.Peers;

/** Which channel leads to whom. The agency's channel decides, not the diagram. */
@Component
class Channels {

    private final Organisation organisation;
    private final Peers peers;
    private final ObjectProvider<PulledAgencies> pulled;

    Channels(Organisation organisation, Peers peers, ObjectProvider<PulledAgencies> pulled) {
        this.organisation = organisation;
        this.peers = peers;
        this.pulled = pulled;
    }

    /** @param unit the unit that owes the leg */
    Channel to(String unit) {
        String agency = organisation.agencyOf(unit);
        if (peers.carrying(agency).isPresent()) {
            return Channel.PUSH;
        }
        return pulled.stream().anyMatch(some -> some.pulls(agency)) ? Channel.PULL : Channel.LOCAL;
    }
}
