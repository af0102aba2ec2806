package vn.lienthong.interconnection.pull;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lienthong.interconnection.PulledAgencies;

/** The agencies whose programs fetch their legs, as configured. */
@Component
class ConfiguredAgencies implements PulledAgencies {

    private final Set<String> agencies;

    ConfiguredAgencies(PullSettings settings) {
        this.agencies = settings.clients().values().stream()
                .filter(PullSettings.Client::fetches)
                .flatMap(client -> client.agencies().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean pulls(String agency) {
        return agencies.contains(agency);
    }
}
