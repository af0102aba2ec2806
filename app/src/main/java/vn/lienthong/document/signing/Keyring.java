package vn.lienthong.document.signing;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Unit;

/** All keys of this installation; the first place that has one is used. */
@Component
class Keyring {

    private final List<SigningKeys> places;

    Keyring(List<SigningKeys> places) {
        this.places = places;
    }

    Optional<SigningKey> official(Unit agency, String username, String fullName) {
        return places.stream()
                .flatMap(place -> place.official(agency, username, fullName).stream())
                .findFirst();
    }

    Optional<SigningKey> seal(Unit agency) {
        return places.stream().flatMap(place -> place.seal(agency).stream()).findFirst();
    }
}
