package vn.lienthong.dossier;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Caller;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Duty;
import vn.lienthong.agency.Organisation;
import vn.lienthong.agency.Post;
import vn.lienthong.command.NotFound;

/**
 * Who may see a dossier: officers of a unit whose business it is, was or may be; supervisors, directors and inspectors
 * when that unit is in their part of the organisation. The technical administrator sees none.
 */
@Component
public class Access {

    private static final Set<Duty> OVERSEERS =
            EnumSet.of(Duty.SUPERVISOR, Duty.CENTRE_DIRECTOR, Duty.INSPECTOR, Duty.AGENCY_HEAD);
    private static final Set<Duty> OUTSIDERS =
            EnumSet.of(Duty.TECHNICAL_ADMINISTRATOR, Duty.PROCESS_DESIGNER, Duty.BUSINESS_ADMINISTRATOR);

    private final DossierMapper mapper;
    private final Organisation organisation;
    private final CurrentCaller caller;

    Access(DossierMapper mapper, Organisation organisation, CurrentCaller caller) {
        this.mapper = mapper;
        this.organisation = organisation;
        this.caller = caller;
    }

    /** Codes of the units whose dossiers the caller may see. */
    public List<String> unitsOf(Caller someone) {
        List<String> units = new ArrayList<>();
        for (Post post : someone.posts()) {
            if (OVERSEERS.contains(post.duty())) {
                units.addAll(organisation.subtree(organisation.agencyOf(post.unit())));
            } else if (!OUTSIDERS.contains(post.duty())) {
                units.add(post.unit());
            }
        }
        return units.stream().distinct().toList();
    }

    public boolean mayRead(Caller someone, String number) {
        DossierRow row = mapper.find(number);
        return row != null && !Collections.disjoint(row.units(), unitsOf(someone));
    }

    /** @throws NotFound when there is no such dossier or the caller may not know of it */
    void check(DossierNumber number) {
        if (!mayRead(caller.get(), number.value())) {
            throw new NotFound("dossier");
        }
    }
}
