package vn.lienthong.dossier.retention;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Caller;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Duty;
import vn.lienthong.agency.Organisation;
import vn.lienthong.command.Forbidden;

/** Whose numbers somebody sees: the technical administrator all of them, whoever keeps an agency's files those of the agency. */
@Component
class RetentionRights {

    private final CurrentCaller caller;
    private final Organisation organisation;

    RetentionRights(CurrentCaller caller, Organisation organisation) {
        this.caller = caller;
        this.organisation = organisation;
    }

    /** @return codes of the units; null for all */
    @Nullable List<String> units() {
        Caller who = caller.get();
        if (who.holds(Duty.TECHNICAL_ADMINISTRATOR)) {
            return null;
        }
        List<String> units = new ArrayList<>();
        who.posts().stream()
                .filter(post -> Holds.KEEPERS.contains(post.duty()))
                .forEach(post -> units.addAll(organisation.subtree(organisation.agencyOf(post.unit()))));
        if (units.isEmpty()) {
            throw new Forbidden("retention");
        }
        return units.stream().distinct().toList();
    }
}
