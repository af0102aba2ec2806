package vn.lienthong.dossier;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What other systems call our dossiers: kept beside our number, never in its place. */
@Component
public class ExternalNumbers {

    /**
     * @param system whose number it is, for example {@code national-portal}; shown by the message {@code
     *     dossier.external.<system>}, or as it is
     */
    public record ExternalNumber(String system, String number, Instant givenAt) {}

    private final ExternalNumberMapper mapper;
    private final Timeline timeline;
    private final Clock clock;

    ExternalNumbers(ExternalNumberMapper mapper, Timeline timeline, Clock clock) {
        this.mapper = mapper;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Does nothing when it is known already. A system that gives a second number has two. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(DossierNumber number, String system, String external) {
        if (mapper.insert(number.value(), system, external, clock.instant()) == 1) {
            timeline.append(number, "external-number", Map.of("system", system, "externalNumber", external));
        }
    }

    /** The oldest first. */
    @Transactional(readOnly = true)
    public List<ExternalNumber> of(DossierNumber number) {
        return mapper.of(number.value());
    }

    /** Our number of what a system calls so; letters may be large or small. */
    @Transactional(readOnly = true)
    public Optional<DossierNumber> find(String system, String external) {
        return mapper.find(system, external).stream().findFirst().map(DossierNumber::new);
    }

    /** Our numbers of what any system calls so. */
    @Transactional(readOnly = true)
    public List<DossierNumber> find(String external) {
        return mapper.find(null, external).stream().map(DossierNumber::new).toList();
    }
}
