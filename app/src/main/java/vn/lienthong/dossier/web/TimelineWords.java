package vn.lienthong.dossier.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Officer;
import vn.lienthong.agency.Organisation;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.Reading;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Procedure;
import vn.lienthong.web.Formats;
import vn.lienthong.workflow.ProcessModel;

/** The history in sentences: ids of steps, outcomes, legs and officers as people call them. */
@Component
public class TimelineWords {

    /**
     * One entry of the page.
     *
     * @param kind kebab-case kind of what happened
     * @param what the same in words, with the step and the decision
     */
    public record Entry(
            String kind,
            String what,
            Instant at,
            String who,
            @Nullable String unit,
            @Nullable String onBehalfOf,
            @Nullable String note) {}

    private static final List<String> WORDS = List.of("note", "reason", "comment", "explanation");
    private static final List<String> FACTS =
            List.of("helper", "waybill", "arrivedOn", "collector", "results", "receipt", "externalNumber");
    private static final List<String> DATES = List.of("dueAt", "proposedDueAt", "newDueAt");
    private static final List<String> OFFICERS = List.of("to", "from");

    private final Dossiers dossiers;
    private final Catalogue catalogue;
    private final Organisation organisation;
    private final Formats formats;
    private final MessageSource messages;

    TimelineWords(
            Dossiers dossiers,
            Catalogue catalogue,
            Organisation organisation,
            Formats formats,
            MessageSource messages) {
        this.dossiers = dossiers;
        this.catalogue = catalogue;
        this.organisation = organisation;
        this.formats = formats;
        this.messages = messages;
    }

    /**
     * In the order of the events. That a linked dossier has done its own part is not told beside its origin, which tells it.
     *
     * @param number of whom the events are: a citizen's dossier with its legs, or one leg's dossier
     */
    List<Entry> of(DossierNumber number, List<Reading.EventView> events, Procedure root, Locale locale) {
        Map<String, Procedure> procedures = new HashMap<>();
        Function<Reading.EventView, Procedure> its = event -> procedures.computeIfAbsent(
                event.dossier(),
                dossier -> catalogue.procedure(
                        dossiers.get(new DossierNumber(dossier)).process()));
        return events.stream()
                .filter(event -> event.dossier().equals(number.value()) || !isOwnPart(event, its.apply(event)))
                .map(event -> {
                    Procedure own = its.apply(event);
                    String by = event.onBehalfOf();
                    return new Entry(
                            event.what(),
                            what(event, own, root, locale),
                            event.at(),
                            event.actorName() == null
                                    ? messages.getMessage("web.timeline.system", null, locale)
                                    : event.actorName(),
                            event.unitName(),
                            by == null ? null : officer(by),
                            note(event.details(), locale));
                })
                .toList();
    }

    private static boolean isOwnPart(Reading.EventView event, Procedure own) {
        return event.what().startsWith("leg-")
                && own.edition()
                        .foundingLeg()
                        .filter(leg -> leg.id().equals(event.details().get("leg")))
                        .isPresent();
    }

    private static String what(Reading.EventView event, Procedure own, Procedure root, Locale locale) {
        Map<String, Object> details = event.details();
        StringBuilder words = new StringBuilder(event.whatName());
        if (details.get("step") instanceof String step) {
            words.append(": ").append(own.name(step, locale));
            if (details.get("outcome") instanceof String outcome && !outcome.equals(ProcessModel.DONE)) {
                own.model().outcomes(step).stream()
                        .filter(known -> known.id().equals(outcome))
                        .findFirst()
                        .ifPresent(known -> words.append(" – ").append(own.name(known, locale)));
            }
        } else if (details.get("leg") instanceof String leg) {
            words.append(": ").append(root.nameOfLeg(leg, locale));
        }
        return words.toString();
    }

    private @Nullable String note(Map<String, Object> details, Locale locale) {
        String note = Stream.of(
                        WORDS.stream()
                                .map(details::get)
                                .filter(String.class::isInstance)
                                .map(String::valueOf),
                        FACTS.stream()
                                .filter(key -> details.get(key) instanceof String)
                                .map(key -> messages.getMessage(
                                        "web.timeline." + key,
                                        new Object[] {day(String.valueOf(details.get(key)))},
                                        locale)),
                        OFFICERS.stream()
                                .filter(key -> details.get(key) instanceof String name && known(name))
                                .map(key -> messages.getMessage(
                                        "web.timeline." + key,
                                        new Object[] {officer(String.valueOf(details.get(key)))},
                                        locale)),
                        DATES.stream()
                                .filter(key -> details.get(key) instanceof String)
                                .map(key -> messages.getMessage(
                                        "web.timeline." + key,
                                        new Object[] {moment(String.valueOf(details.get(key)))},
                                        locale)))
                .flatMap(lines -> lines)
                .filter(line -> !line.isBlank())
                .reduce((one, other) -> one + "\n" + other)
                .orElse("");
        return note.isEmpty() ? null : note;
    }

    private boolean known(String username) {
        return organisation.officer(username).isPresent();
    }

    private String officer(String username) {
        return organisation.officer(username).map(Officer::fullName).orElse(username);
    }

    /** A day as people write it; anything else as it is. */
    private String day(String written) {
        return written.matches("\\d{4}-\\d{2}-\\d{2}") ? formats.day(LocalDate.parse(written)) : written;
    }

    private String moment(String written) {
        try {
            return formats.dateTime(Instant.parse(written));
        } catch (DateTimeException e) {
            return written;
        }
    }
}
