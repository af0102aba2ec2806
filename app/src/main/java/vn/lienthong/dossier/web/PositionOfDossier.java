package vn.lienthong.dossier.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.LegState;
import vn.lienthong.dossier.Reading;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Procedure;
import vn.lienthong.workflow.Processes;

/** Where a dossier stands, for the drawing and as the list that says the same. */
@Component
class PositionOfDossier {

    private final Catalogue catalogue;
    private final Processes processes;
    private final Reading reading;
    private final MessageSource messages;

    PositionOfDossier(Catalogue catalogue, Processes processes, Reading reading, MessageSource messages) {
        this.catalogue = catalogue;
        this.processes = processes;
        this.reading = reading;
        this.messages = messages;
    }

    /** One line of the ordered list beside the drawing. */
    record StepLine(String name, @Nullable String lane, String state, String stateText) {}

    /** Ids of elements separated by blanks, as the drawing wants them, and the list. */
    record Position(String active, String done, String late, List<StepLine> steps) {}

    Position of(Dossiers.Summary dossier, Locale locale) {
        Procedure procedure = catalogue.procedure(dossier.process());
        List<String> active = dossier.state().isFinal()
                ? List.of()
                : processes.position(dossier.number().value());
        Set<String> late = late(dossier, procedure, active, locale);
        return new Position(
                String.join(" ", active),
                String.join(" ", dossier.visited()),
                String.join(" ", late),
                steps(dossier, procedure, active, late, locale));
    }

    private List<StepLine> steps(
            Dossiers.Summary dossier, Procedure procedure, List<String> active, Set<String> late, Locale locale) {
        Set<String> legs = new LinkedHashSet<>();
        dossier.legs().forEach(leg -> legs.add(leg.leg()));
        return new CourseOfDossier(procedure.model(), dossier.visited(), active, legs::contains)
                .steps(node -> late.contains(node.id())).stream()
                        .map(step -> new StepLine(
                                procedure.name(step.id(), locale),
                                CourseOfDossier.lane(
                                        procedure, procedure.model().require(step.id()), locale),
                                step.standing().key(),
                                messages.getMessage(
                                        "web.position." + step.standing().key(), null, locale)))
                        .toList();
    }

    /** Active elements whose agency is past its date. */
    private Set<String> late(Dossiers.Summary dossier, Procedure procedure, List<String> active, Locale locale) {
        Set<String> lateLegs = new LinkedHashSet<>();
        reading.legs(dossier, locale).stream()
                .filter(leg -> leg.lateBy() != null && leg.state().equals(LegState.RUNNING.key()))
                .forEach(leg -> lateLegs.add(leg.leg()));
        String founding = dossier.founding().map(leg -> leg.leg()).orElse("");
        Set<String> late = new LinkedHashSet<>();
        for (String id : active) {
            procedure.model().node(id).ifPresent(node -> {
                if (lateLegs.contains(node.properties().getOrDefault("leg", founding))) {
                    late.add(id);
                }
            });
        }
        return late;
    }
}
