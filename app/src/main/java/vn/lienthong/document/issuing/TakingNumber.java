package vn.lienthong.document.issuing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Organisation;
import vn.lienthong.document.IssuingFile;
import vn.lienthong.document.Numbering;
import vn.lienthong.document.print.Facts;
import vn.lienthong.workflow.Action;
import vn.lienthong.workflow.CaseFile;
import vn.lienthong.workflow.EngineClock;
import vn.lienthong.workflow.ProcessRef;

/**
 * {@code ${document.takeNumber}}: enters the dossier in a register. Takes the next number of the kind {@code numbering},
 * such as {@code death-register}, for the group of fields that the property {@code into} names, such as
 * {@code registration}: its {@code number} and {@code registeredOn}. What an officer entered already is kept.
 */
@Component
class TakingNumber implements Action {

    private final ObjectProvider<CaseFile> files;
    private final ObjectProvider<IssuingFile> dossiers;
    private final Organisation organisation;
    private final Numbering numbering;
    private final Clock clock;

    TakingNumber(
            ObjectProvider<CaseFile> files,
            ObjectProvider<IssuingFile> dossiers,
            Organisation organisation,
            Numbering numbering,
            Clock clock) {
        this.files = files;
        this.dossiers = dossiers;
        this.organisation = organisation;
        this.numbering = numbering;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "document.takeNumber";
    }

    @Override
    public void perform(String businessKey, ProcessRef process, String element, Map<String, String> properties) {
        String into = required("into", process, element, properties.get("into"));
        String kind = required("numbering", process, element, properties.get("numbering"));
        CaseFile file = files.getObject();
        Map<String, Object> content = file.content(businessKey);
        var facts = new Facts(content);
        Map<String, Object> group = new HashMap<>();
        if (content.get(into) instanceof Map<?, ?> entered) {
            entered.forEach((key, value) -> group.put(String.valueOf(key), value));
        }
        if (!facts.has(into + ".registeredOn")) {
            group.put(
                    "registeredOn",
                    LocalDate.ofInstant(clock.instant(), EngineClock.ZONE).toString());
        }
        if (!facts.has(into + ".number")) {
            String unit = dossiers.getObject()
                    .issuing(businessKey, process, properties.getOrDefault("result", ""))
                    .unit();
            group.put("number", numbering.next(kind, organisation.agencyOf(unit)));
        }
        file.merge(businessKey, Map.of(into, group));
    }

    private static String required(String property, ProcessRef process, String element, @Nullable String value) {
        if (value == null) {
            throw new IllegalStateException(process + ": " + element + " has no property " + property);
        }
        return value;
    }
}
