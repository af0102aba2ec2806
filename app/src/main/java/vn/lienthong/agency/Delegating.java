package vn.lienthong.agency;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.OrganisationMapper.DelegationRow;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.NotFound;
import vn.lienthong.command.Problem;
import vn.lienthong.command.Refused;

/** An officer lets another act in a duty, for some days and by a document that says so; or takes that back. */
@Component
public class Delegating {

    private static final Logger log = LoggerFactory.getLogger(Delegating.class);

    private final Organisation organisation;
    private final OrganisationMapper mapper;
    private final DecidingOnDuties deciding;
    private final Clock clock;

    Delegating(Organisation organisation, OrganisationMapper mapper, DecidingOnDuties deciding, Clock clock) {
        this.organisation = organisation;
        this.mapper = mapper;
        this.deciding = deciding;
        this.clock = clock;
    }

    /** @param from first day; @param to last day */
    public record Delegation(
            String fromOfficer,
            String toOfficer,
            String unit,
            Duty duty,
            LocalDate from,
            LocalDate to,
            String documentNumber) {}

    /** @return the delegation's id */
    @Transactional
    public long delegate(Delegation wish) {
        deciding.check(wish.fromOfficer(), wish.unit());
        InvalidInput.ifAny(faults(wish));
        long id = mapper.delegate(new DelegationRow(
                0,
                wish.fromOfficer(),
                wish.toOfficer(),
                wish.unit(),
                wish.duty(),
                wish.from(),
                wish.to(),
                wish.documentNumber().strip(),
                null,
                null));
        organisation.forgetAfterCommit();
        log.info("delegated {} at {} by delegation {}", wish.duty(), wish.unit(), id);
        return id;
    }

    /** Ends a delegation at this moment. What was done under it stays done. */
    @Transactional
    public void revoke(long id) {
        DelegationRow row = mapper.delegations().stream()
                .filter(delegation -> delegation.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("delegation"));
        deciding.check(row.fromOfficer(), row.unit());
        if (mapper.revoke(id, clock.instant()) == 0) {
            throw new Refused("delegation-revoked", Map.of("id", id));
        }
        organisation.forgetAfterCommit();
        log.info("revoked delegation {}", id);
    }

    private List<Problem> faults(Delegation wish) {
        List<Problem> faults = new ArrayList<>();
        if (wish.documentNumber().isBlank()) {
            faults.add(Problem.of("documentNumber", "required"));
        }
        if (wish.to().isBefore(wish.from())) {
            faults.add(Problem.of("to", "before-from"));
        }
        if (wish.fromOfficer().equals(wish.toOfficer())) {
            faults.add(Problem.of("toOfficer", "delegate-to-oneself"));
        } else if (organisation
                .officer(wish.toOfficer())
                .filter(Officer::active)
                .isEmpty()) {
            faults.add(Problem.of("toOfficer", "officer-unknown"));
        } else if (turnsBack(wish)) {
            faults.add(Problem.of("toOfficer", "delegation-circular"));
        }
        if (!organisation.holdsOwn(wish.fromOfficer(), wish.unit(), wish.duty(), wish.from())) {
            faults.add(Problem.of("duty", "duty-not-held"));
        }
        return faults;
    }

    /** Whether whoever is to act has handed a duty to this officer meanwhile. */
    private boolean turnsBack(Delegation wish) {
        return mapper.delegations().stream()
                .anyMatch(row -> row.revokedAt() == null
                        && row.fromOfficer().equals(wish.toOfficer())
                        && wish.fromOfficer().equals(row.toOfficer())
                        && !row.validFrom().isAfter(wish.to())
                        && !row.validTo().isBefore(wish.from()));
    }
}
