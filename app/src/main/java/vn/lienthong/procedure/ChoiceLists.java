package vn.lienthong.procedure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Organisation;
import vn.lienthong.agency.UnitKind;

/** The choices that forms take by name ({@code =lists.communes}) instead of writing them out. */
@Component
class ChoiceLists {

    private static final Pattern COMMITTEE = Pattern.compile("^Ủy ban nhân dân | People's Committee$");

    private final Catalogue catalogue;
    private final Organisation organisation;
    private final Clock clock;

    ChoiceLists(Catalogue catalogue, Organisation organisation, Clock clock) {
        this.catalogue = catalogue;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** One line of a list, as form-js wants it. */
    record Choice(String value, String label) {

        Map<String, Object> asOption() {
            return Map.of("value", value, "label", label);
        }
    }

    /** The lists of {@code forms/shared/lists.yml} and the communes that the organisation knows today. */
    Map<String, List<Choice>> in(Locale locale) {
        var lists = new LinkedHashMap<String, List<Choice>>();
        catalogue
                .sharedLists()
                .forEach((name, entries) -> lists.put(
                        name,
                        entries.stream()
                                .map(entry ->
                                        new Choice(entry.value(), entry.names().in(locale)))
                                .toList()));
        lists.put(
                "communes",
                organisation.units(LocalDate.ofInstant(clock.instant(), Forms.ZONE)).stream()
                        .filter(unit -> unit.kind() == UnitKind.PEOPLES_COMMITTEE)
                        .map(unit -> new Choice(unit.code(), commune(unit.name(locale))))
                        .toList());
        return lists;
    }

    /** The committee is asked for by the name of its commune. */
    private static String commune(String committee) {
        String name = COMMITTEE.matcher(committee).replaceAll("");
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
