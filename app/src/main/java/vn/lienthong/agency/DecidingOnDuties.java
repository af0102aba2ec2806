package vn.lienthong.agency;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lienthong.command.Forbidden;

/** Who may say that somebody acts in another's place: whose duty it is, the heads above, the business administrator. */
@Component
class DecidingOnDuties {

    private static final Set<Duty> DECIDING =
            EnumSet.of(Duty.UNIT_HEAD, Duty.AGENCY_HEAD, Duty.CENTRE_DIRECTOR, Duty.BUSINESS_ADMINISTRATOR);

    private final Organisation organisation;
    private final CurrentCaller caller;

    DecidingOnDuties(Organisation organisation, CurrentCaller caller) {
        this.organisation = organisation;
        this.caller = caller;
    }

    boolean may(String owner, String unit) {
        Caller who = caller.get();
        return who.username().equals(owner)
                || who.posts().stream()
                        .filter(post -> DECIDING.contains(post.duty()))
                        .anyMatch(post -> organisation.subtree(post.unit()).contains(unit));
    }

    void check(String owner, String unit) {
        if (!may(owner, unit)) {
            throw new Forbidden("delegate-for-others");
        }
    }
}
