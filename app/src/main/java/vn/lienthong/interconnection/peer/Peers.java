package vn.lienthong.interconnection.peer;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Organisation;
import vn.lienthong.agency.Unit;

/** The peers of this installation. */
@Component
public class Peers {

    private final List<Peer> peers;
    private final Organisation organisation;

    Peers(PeerSettings settings, Organisation organisation) {
        this.peers = settings.peers().entrySet().stream()
                .map(peer -> new Peer(
                        peer.getKey(),
                        peer.getValue().agencies(),
                        peer.getValue().url(),
                        peer.getValue().keys(),
                        peer.getValue().secretFile()))
                .toList();
        this.organisation = organisation;
    }

    /** Where an agency works, when not here. */
    public Optional<Peer> carrying(String agency) {
        return peers.stream().filter(peer -> peer.agencies().contains(agency)).findFirst();
    }

    /** Who may speak for the agency with this identifier code. */
    public Optional<Peer> speakingFor(String identifier) {
        return peers.stream()
                .filter(peer -> peer.agencies().stream()
                        .anyMatch(agency -> agency.equals(identifier)
                                || organisation
                                        .find(agency)
                                        .map(Unit::identifierCode)
                                        .filter(identifier::equals)
                                        .isPresent()))
                .findFirst();
    }

    /** The agency with this identifier code, when it works here. */
    public Optional<Unit> own(String identifier) {
        return organisation.units(organisation.today()).stream()
                .filter(unit -> identifier.equals(unit.identifierCode()))
                .filter(unit -> speakingFor(identifier).isEmpty())
                .findFirst();
    }

    public Optional<Peer> named(String name) {
        return peers.stream().filter(peer -> peer.name().equals(name)).findFirst();
    }

    public List<Peer> all() {
        return peers;
    }
}
