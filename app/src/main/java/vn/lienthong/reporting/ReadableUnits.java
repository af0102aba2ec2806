package vn.lienthong.reporting;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Caller;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Duty;
import vn.lienthong.agency.Organisation;
import vn.lienthong.agency.Unit;
import vn.lienthong.command.Forbidden;
import vn.lienthong.dossier.Access;

/** The units about which the caller may read figures. */
@Component
class ReadableUnits {

    private static final Set<Duty> READERS =
            EnumSet.of(Duty.SUPERVISOR, Duty.CENTRE_DIRECTOR, Duty.AGENCY_HEAD, Duty.UNIT_HEAD, Duty.INSPECTOR);

    private final Access access;
    private final Organisation organisation;
    private final CurrentCaller callers;

    ReadableUnits(Access access, Organisation organisation, CurrentCaller callers) {
        this.access = access;
        this.organisation = organisation;
        this.callers = callers;
    }

    /** @throws Forbidden for who answers for nobody's work */
    String[] all() {
        return codes().toArray(String[]::new);
    }

    /** Those of them that belong to the agency or unit; all when null. */
    String[] within(@Nullable String unit) {
        List<String> mine = codes();
        return unit == null || organisation.find(unit).isEmpty()
                ? mine.toArray(String[]::new)
                : organisation.subtree(unit).stream().filter(mine::contains).toArray(String[]::new);
    }

    /** To choose from. */
    List<Choice> choices(Locale locale) {
        return codes().stream()
                .flatMap(code -> organisation.find(code).stream())
                .map((Unit unit) -> new Choice(unit.code(), unit.name(locale)))
                .toList();
    }

    record Choice(String key, String name) {}

    private List<String> codes() {
        Caller caller = callers.get();
        if (READERS.stream().noneMatch(caller::holds)) {
            throw new Forbidden("no-reports");
        }
        return access.unitsOf(caller);
    }
}
