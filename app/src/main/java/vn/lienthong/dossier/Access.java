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
import vn.lienthong.audit.Audit;
import vn.lienthong.command.Forbidden;
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

    /** Duties that see dossiers, or not even that, and work on none. */
    private static final Set<Duty> ONLOOKERS = EnumSet.of(
            Duty.SUPERVISOR,
            Duty.CENTRE_DIRECTOR,
            Duty.INSPECTOR,
            Duty.TECHNICAL_ADMINISTRATOR,
            Duty.PROCESS_DESIGNER,
            Duty.BUSINESS_ADMINISTRATOR);

    /** Duties that meet applicants. */
    private static final Set<Duty> DESKS =
            EnumSet.of(Duty.RECEPTION_OFFICER, Duty.RETURNS_OFFICER, Duty.CASE_OFFICER, Duty.UNIT_HEAD);

    /** Who gathers what is held about a person who asks: who meets that person, and who oversees how procedures are run. */
    public static final Set<Duty> GATHERING =
            Collections.unmodifiableSet(EnumSet.of(Duty.RECEPTION_OFFICER, Duty.SUPERVISOR));

    private final DossierMapper mapper;
    private final Organisation organisation;
    private final CurrentCaller caller;
    private final Audit audit;

    Access(DossierMapper mapper, Organisation organisation, CurrentCaller caller, Audit audit) {
        this.mapper = mapper;
        this.organisation = organisation;
        this.caller = caller;
        this.audit = audit;
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

    /** Who may only because of overseeing, is entered in the log as having looked. */
    public boolean mayRead(Caller someone, String number) {
        DossierRow row = mapper.find(number);
        if (row == null || Collections.disjoint(row.units(), unitsOf(someone))) {
            return false;
        }
        if (!hasPart(someone, row)) {
            audit.looked(number);
        }
        return true;
    }

    private static boolean hasPart(Caller someone, DossierRow row) {
        return someone.posts().stream()
                .anyMatch(
                        post -> !ONLOOKERS.contains(post.duty()) && row.units().contains(post.unit()));
    }

    /** Whether the caller has a duty at a unit that works on this dossier; to look on is none. */
    public boolean mayWorkOn(Caller someone, String number) {
        DossierRow row = mapper.find(number);
        return row != null && hasPart(someone, row);
    }

    /**
     * Whether the caller may write down what the applicant says and brings: that is for who meets applicants in the
     * agency that keeps the dossier, and for the desk where the citizen handed in what it is a leg of; not for the other
     * agencies that take part and not for those who oversee it.
     */
    public boolean maySpeakForApplicant(Caller someone, String number) {
        DossierRow row = mapper.find(number);
        if (row == null) {
            return false;
        }
        DossierRow citizens = row.origin() == null ? row : mapper.find(row.origin());
        String keeps = organisation.agencyOf(row.unit());
        String received = citizens == null ? keeps : organisation.agencyOf(citizens.unit());
        return someone.posts().stream()
                .filter(post -> DESKS.contains(post.duty()) && row.units().contains(post.unit()))
                .map(post -> organisation.agencyOf(post.unit()))
                .anyMatch(agency -> agency.equals(keeps) || agency.equals(received));
    }

    /**
     * @throws NotFound when there is no such dossier or the caller may not know of it
     * @throws Forbidden when the caller may see it but has no part in it
     */
    void checkWorksOn(DossierNumber number) {
        check(number);
        if (!mayWorkOn(caller.get(), number.value())) {
            throw new Forbidden("not-working-on-it");
        }
    }

    /**
     * @throws NotFound when there is no such dossier or the caller may not know of it
     * @throws Forbidden when the caller may see it but not speak for the applicant
     */
    void checkSpeaksForApplicant(DossierNumber number) {
        check(number);
        if (!maySpeakForApplicant(caller.get(), number.value())) {
            throw new Forbidden("not-for-the-applicant");
        }
    }

    /** @throws NotFound when there is no such dossier or the caller may not know of it */
    void check(DossierNumber number) {
        if (!mayRead(caller.get(), number.value())) {
            throw new NotFound("dossier");
        }
    }
}
