package vn.lienthong.dossier;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.agency.NoCompetentUnit;
import vn.lienthong.agency.Organisation;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.workflow.Action;
import vn.lienthong.workflow.ProcessRef;

/** What a diagram can make happen to the dossier itself: {@code ${file.refuse}} and its siblings. */
@Configuration(proxyBeanMethods = false)
class FileActions {

    private static final String FORWARD_TO = "data.forward.commune";

    private final OpenFiles files;
    private final FollowingTheProcess following;
    private final Linking linking;
    private final Timeline timeline;
    private final Organisation organisation;
    private final Catalogue catalogue;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FileActions(
            OpenFiles files,
            FollowingTheProcess following,
            Linking linking,
            Timeline timeline,
            Organisation organisation,
            Catalogue catalogue,
            ApplicationEventPublisher events,
            Clock clock) {
        this.files = files;
        this.following = following;
        this.linking = linking;
        this.timeline = timeline;
        this.organisation = organisation;
        this.catalogue = catalogue;
        this.events = events;
        this.clock = clock;
    }

    /** Refused before it was received: not received; afterwards: stopped by decision. */
    @Bean
    Action refuse() {
        return action(
                "refuse",
                d -> move(d, d.state() == DossierState.SUBMITTED ? DossierState.NOT_RECEIVED : DossierState.STOPPED));
    }

    /** Stopped because the applicant's time to answer ran out, or on a decision. */
    @Bean
    Action stop() {
        return action("stop", d -> move(d, DossierState.STOPPED));
    }

    @Bean
    Action markReady() {
        return action("markReady", d -> {
            linking.endFounding(d, clock.instant());
            move(d, DossierState.READY);
            timeline.append(d.number(), Actor.SYSTEM, "ready", Map.of());
        });
    }

    @Bean
    Action markReturned() {
        return action("markReturned", d -> {
            d.deliver("HANDED_OVER");
            move(d, DossierState.RETURNED);
            timeline.append(d.number(), Actor.SYSTEM, "returned", Map.of());
        });
    }

    /** Nobody came for the result: it is kept, and can still be handed over. */
    @Bean
    Action archiveUncollected() {
        return action("archiveUncollected", d -> {
            d.deliver("UNCOLLECTED");
            timeline.append(d.number(), Actor.SYSTEM, "archived-uncollected", Map.of());
        });
    }

    /** Hands the dossier to the agencies of the commune named in {@code content.forward.commune}. */
    @Bean
    Action forwardToCompetentWard() {
        return action("forwardToCompetentWard", d -> {
            LocalDate today = LocalDate.now(clock);
            String from = d.area();
            String area = destination(d);
            List<String> units = new ArrayList<>();
            for (String role : catalogue.edition(d.process()).agencies().keySet()) {
                try {
                    units.add(organisation.competent(role, area, today).code());
                } catch (NoCompetentUnit nobody) {
                    throw new InvalidInput(Problem.of(FORWARD_TO, "forward-nobody-there", area));
                }
            }
            d.forward(area, units);
            for (Leg leg : d.legs()) {
                String role = catalogue
                        .edition(d.process())
                        .leg(leg.leg())
                        .orElseThrow()
                        .agency();
                d.changeLeg(
                        leg.leg(),
                        l -> l.at(organisation.competent(role, area, today).code()));
            }
            timeline.append(d.number(), Actor.SYSTEM, "forwarded", Map.of("from", from, "to", area));
            events.publishEvent(new DossierForwarded(d.number(), from, area, clock.instant()));
        });
    }

    /** @throws InvalidInput when no commune was chosen, or the one where the dossier is already */
    private static String destination(Dossier dossier) {
        Object to = dossier.content().get("forward") instanceof Map<?, ?> forward ? forward.get("commune") : null;
        if (to == null || to.toString().isBlank()) {
            throw new InvalidInput(Problem.of(FORWARD_TO, "forward-needs-commune"));
        }
        if (to.toString().equals(dossier.area())) {
            throw new InvalidInput(Problem.of(FORWARD_TO, "forward-to-itself"));
        }
        return to.toString();
    }

    private void move(Dossier dossier, DossierState to) {
        following.move(dossier, to, clock.instant());
    }

    private Action action(String verb, java.util.function.Consumer<Dossier> work) {
        return new Action() {
            @Override
            public String name() {
                return "file." + verb;
            }

            @Override
            public void perform(
                    String businessKey, ProcessRef process, String element, Map<String, String> properties) {
                work.accept(files.open(new DossierNumber(businessKey)));
            }
        };
    }
}
