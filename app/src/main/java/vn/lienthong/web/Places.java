package vn.lienthong.web;

import static vn.lienthong.agency.Duty.AGENCY_HEAD;
import static vn.lienthong.agency.Duty.BUSINESS_ADMINISTRATOR;
import static vn.lienthong.agency.Duty.CASE_OFFICER;
import static vn.lienthong.agency.Duty.CASHIER;
import static vn.lienthong.agency.Duty.CENTRE_DIRECTOR;
import static vn.lienthong.agency.Duty.CLERK;
import static vn.lienthong.agency.Duty.INSPECTOR;
import static vn.lienthong.agency.Duty.PROCESS_DESIGNER;
import static vn.lienthong.agency.Duty.RECEPTION_OFFICER;
import static vn.lienthong.agency.Duty.RETURNS_OFFICER;
import static vn.lienthong.agency.Duty.SUPERVISOR;
import static vn.lienthong.agency.Duty.TECHNICAL_ADMINISTRATOR;
import static vn.lienthong.agency.Duty.UNIT_HEAD;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.lienthong.agency.Caller;
import vn.lienthong.agency.Duty;
import vn.lienthong.agency.Post;

/** The main navigation, in its order: what a duty brings along. The first place of a caller is the start page. */
enum Places {
    WORKLIST("/worklist", CASE_OFFICER, RECEPTION_OFFICER, UNIT_HEAD, AGENCY_HEAD, CLERK, CASHIER, RETURNS_OFFICER),
    BOARD("/board", SUPERVISOR, CENTRE_DIRECTOR, AGENCY_HEAD, UNIT_HEAD),
    RECEPTION("/reception", RECEPTION_OFFICER),
    RETURNS("/returns", RETURNS_OFFICER, RECEPTION_OFFICER),
    DESIGN("/design", PROCESS_DESIGNER, BUSINESS_ADMINISTRATOR, AGENCY_HEAD),
    OPERATIONS("/ops", TECHNICAL_ADMINISTRATOR),
    ORGANISATION("/organisation", BUSINESS_ADMINISTRATOR, SUPERVISOR),
    ACCOUNTS("/accounts", BUSINESS_ADMINISTRATOR),
    DOSSIERS(
            "/dossiers",
            CASE_OFFICER,
            RECEPTION_OFFICER,
            UNIT_HEAD,
            AGENCY_HEAD,
            CLERK,
            CASHIER,
            RETURNS_OFFICER,
            SUPERVISOR,
            CENTRE_DIRECTOR,
            BUSINESS_ADMINISTRATOR,
            INSPECTOR),
    REPORTS("/reports", SUPERVISOR, CENTRE_DIRECTOR, AGENCY_HEAD, UNIT_HEAD, INSPECTOR),
    LOG("/log", INSPECTOR),
    MESSAGES("/messages", RECEPTION_OFFICER, SUPERVISOR, CENTRE_DIRECTOR),
    HANDOVERS("/handovers", RECEPTION_OFFICER, SUPERVISOR, CENTRE_DIRECTOR),
    DEAD_LETTERS("/handovers/dead-letters", TECHNICAL_ADMINISTRATOR),
    RETENTION("/retention", TECHNICAL_ADMINISTRATOR, CLERK),
    CALENDARS("/calendar-changes", BUSINESS_ADMINISTRATOR, AGENCY_HEAD);

    private final String href;
    private final Set<Duty> duties;

    Places(String href, Duty... duties) {
        this.href = href;
        this.duties = EnumSet.copyOf(List.of(duties));
    }

    String href() {
        return href;
    }

    String textKey() {
        return "web.nav." + href.substring(1);
    }

    boolean holds(String path) {
        return path.equals(href)
                || path.startsWith(href + "/")
                || this == WORKLIST && path.startsWith("/tasks/")
                || this == BOARD
                        && (path.startsWith("/apologies")
                                || path.startsWith("/absences")
                                || path.startsWith("/heat")
                                || path.startsWith("/wall"));
    }

    static List<Places> of(Caller caller) {
        return Arrays.stream(values())
                .filter(place -> caller.posts().stream().map(Post::duty).anyMatch(place.duties::contains))
                .toList();
    }
}
