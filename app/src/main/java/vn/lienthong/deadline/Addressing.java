package vn.lienthong.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Duty;
import vn.lienthong.agency.Organisation;

/** Finds who holds a duty at the moment somebody has to be called, delegations included. */
@Component
class Addressing {

    /**
     * Who is called.
     *
     * @param unit where the duty was found; where it should have been when nobody holds it
     * @param officers usernames; may be empty
     */
    record Called(String unit, List<String> officers) {}

    private final Organisation organisation;
    private final ObjectProvider<Assignees> assignees;

    Addressing(Organisation organisation, ObjectProvider<Assignees> assignees) {
        this.organisation = organisation;
        this.assignees = assignees;
    }

    /**
     * @param desk the unit that received the citizen's dossier
     * @param inHand who has which step in hand
     */
    Called find(Addressee to, Stopwatch watch, String desk, Map<String, String> inHand, LocalDate on) {
        return switch (to) {
            case ASSIGNEE -> assignee(watch, inHand, on);
            case UNIT_HEAD -> head(watch.unit(), on);
            case AGENCY_HEAD -> within(organisation.agencyOf(watch.unit()), Duty.AGENCY_HEAD, on);
            case SUPERVISOR -> {
                var own = within(organisation.agencyOf(watch.unit()), Duty.SUPERVISOR, on);
                yield own.officers().isEmpty() ? within(organisation.agencyOf(desk), Duty.SUPERVISOR, on) : own;
            }
            case CENTRE_DIRECTOR -> within(organisation.agencyOf(desk), Duty.CENTRE_DIRECTOR, on);
        };
    }

    /** Who has these steps in hand, by step. */
    Map<String, String> inHand(Collection<String> steps) {
        return steps.isEmpty()
                ? Map.of()
                : assignees.stream().map(known -> known.of(steps)).findFirst().orElse(Map.of());
    }

    private Called assignee(Stopwatch watch, Map<String, String> inHand, LocalDate on) {
        var someone = inHand.get(watch.key());
        if (someone != null) {
            return new Called(watch.unit(), List.of(someone));
        }
        var duty = duty(watch.duty());
        return new Called(watch.unit(), duty == null ? List.of() : organisation.officersOf(watch.unit(), duty, on));
    }

    /** The head of the unit, or of the nearest unit above it that has one, or else of the agency. */
    private Called head(String unit, LocalDate on) {
        for (var at = unit; at != null; at = organisation.unit(at).parent()) {
            var officers = organisation.officersOf(at, Duty.UNIT_HEAD, on);
            if (!officers.isEmpty()) {
                return new Called(at, officers);
            }
            if (at.equals(organisation.agencyOf(unit))) {
                break;
            }
        }
        return within(organisation.agencyOf(unit), Duty.AGENCY_HEAD, on);
    }

    /** Whoever holds a duty at an agency or at any of its units. */
    private Called within(String agency, Duty duty, LocalDate on) {
        var officers = new LinkedHashSet<String>();
        var unit = agency;
        for (var part : organisation.subtree(agency)) {
            var here = organisation.officersOf(part, duty, on);
            if (officers.isEmpty() && !here.isEmpty()) {
                unit = part;
            }
            officers.addAll(here);
        }
        return new Called(unit, new ArrayList<>(officers));
    }

    private static @Nullable Duty duty(@Nullable String key) {
        return key == null ? null : Duty.ofKey(key).orElse(null);
    }
}
