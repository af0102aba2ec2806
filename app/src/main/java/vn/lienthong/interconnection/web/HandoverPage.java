package vn.lienthong.interconnection.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.agency.Organisation;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.interconnection.Channel;
import vn.lienthong.interconnection.Handover;
import vn.lienthong.interconnection.HandoverState;
import vn.lienthong.interconnection.Handovers;
import vn.lienthong.interconnection.Handovers.Those;
import vn.lienthong.interconnection.outbox.Outbox;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.web.Formats;

/** Where each hand-over stands, in whose hands it is, and what to do about one that does not move. */
@Controller
class HandoverPage {

    private static final int LINES = 50;

    private final Handovers handovers;
    private final Dossiers dossiers;
    private final Catalogue catalogue;
    private final Organisation organisation;
    private final Formats formats;
    private final MessageSource words;

    HandoverPage(
            Handovers handovers,
            Dossiers dossiers,
            Catalogue catalogue,
            Organisation organisation,
            Formats formats,
            MessageSource words) {
        this.handovers = handovers;
        this.dossiers = dossiers;
        this.catalogue = catalogue;
        this.organisation = organisation;
        this.formats = formats;
        this.words = words;
    }

    /**
     * A hand-over in a list.
     *
     * @param holder whose responsibility it is at this moment; null when it is over
     */
    record Row(
            Handover handover,
            String part,
            String from,
            String to,
            @Nullable String holder,
            String badge) {}

    /** A station on the way of a hand-over, as {@code fragments/parts :: steps} shows it. */
    record Station(String name, @Nullable String lane, String state, String stateText) {}

    /** @param badge of its state */
    record Sent(Outbox.Line line, String badge) {}

    @GetMapping("/handovers")
    String list(
            @RequestParam(defaultValue = "open") String show,
            @RequestParam(required = false) @Nullable Instant at,
            @RequestParam(required = false) @Nullable UUID after,
            Locale locale,
            Model model) {
        Those those = those(show);
        List<Handover> found = handovers.list(those, after == null ? null : at, at == null ? null : after, LINES + 1);
        List<Handover> shown = found.size() > LINES ? found.subList(0, LINES) : found;
        var origins =
                dossiers.all(shown.stream().map(Handover::origin).distinct().toList());
        String address = "/handovers?show=" + those.name().toLowerCase(Locale.ROOT);
        model.addAttribute(
                "shows",
                Arrays.stream(Those.values())
                        .map(one -> one.name().toLowerCase(Locale.ROOT))
                        .toList());
        model.addAttribute("show", those.name().toLowerCase(Locale.ROOT));
        model.addAttribute(
                "rows",
                shown.stream()
                        .map(handover -> row(handover, origins.get(handover.origin()), locale))
                        .toList());
        model.addAttribute("first", after == null ? null : address);
        Handover last = shown.isEmpty() ? null : shown.get(shown.size() - 1);
        model.addAttribute(
                "next",
                found.size() > LINES && last != null ? address + "&at=" + last.sentAt() + "&after=" + last.id() : null);
        return "interconnection/handovers";
    }

    @GetMapping("/handovers/{id}")
    String one(@PathVariable UUID id, Locale locale, Model model) {
        Handovers.Account account = handovers.account(id);
        Handover handover = account.handover();
        boolean dead = account.messages().stream().anyMatch(line -> line.state() == Outbox.State.DEAD);
        model.addAttribute("row", row(handover, dossiers.get(new DossierNumber(handover.origin())), locale));
        model.addAttribute("stations", stations(handover, locale));
        model.addAttribute(
                "messages",
                account.messages().stream()
                        .map(line -> new Sent(line, badge(line.state())))
                        .toList());
        model.addAttribute("todo", "interconnection.todo." + (account.givenUp() ? "given-up" : todo(handover, dead)));
        model.addAttribute("mayRepeat", account.maySend() && (account.givenUp() || mayRepeat(handover)));
        model.addAttribute("mayTakeBack", account.maySend() && mayTakeBack(handover));
        return "interconnection/handover";
    }

    @PostMapping("/handovers/{id}/retry")
    String again(@PathVariable UUID id, RedirectAttributes redirect) {
        handovers.again(id);
        redirect.addFlashAttribute("flash", "interconnection.repeated");
        return "redirect:/handovers/{id}";
    }

    @PostMapping("/handovers/{id}/take-back")
    String takeBack(@PathVariable UUID id, RedirectAttributes redirect) {
        Handover handover = handovers.takeBack(id);
        redirect.addFlashAttribute(
                "flash",
                handover.state() == HandoverState.TAKEN_BACK
                        ? "interconnection.taken-back"
                        : "interconnection.asked-back");
        return "redirect:/handovers/{id}";
    }

    private static Those those(String show) {
        for (Those those : Those.values()) {
            if (those.name().equalsIgnoreCase(show)) {
                return those;
            }
        }
        return Those.OPEN;
    }

    private Row row(Handover handover, Dossiers.@Nullable Summary origin, Locale locale) {
        String from = organisation.unit(handover.fromUnit()).name(locale);
        String to = organisation.unit(handover.toUnit()).name(locale);
        return new Row(
                handover,
                origin == null
                        ? handover.leg()
                        : catalogue.procedure(origin.process()).nameOfLeg(handover.leg(), locale),
                from,
                to,
                switch (handover.state()) {
                    case SENT, RETURNED -> from;
                    case ACKNOWLEDGED, ACCEPTED -> to;
                    case REFUSED, DONE, TAKEN_BACK -> null;
                },
                switch (handover.state()) {
                    case SENT -> "due-soon";
                    case ACKNOWLEDGED, ACCEPTED -> "running";
                    case RETURNED, REFUSED -> "late";
                    case DONE -> "on-time";
                    case TAKEN_BACK -> "none";
                });
    }

    /** The way it goes; the way it should have gone stays to be seen when it went another. */
    private List<Station> stations(Handover handover, Locale locale) {
        List<Station> stations = new ArrayList<>();
        HandoverState state = handover.state();
        station(stations, HandoverState.SENT, handover.sentAt(), state == HandoverState.SENT, locale);
        station(
                stations,
                HandoverState.ACKNOWLEDGED,
                handover.acknowledgedAt(),
                state == HandoverState.ACKNOWLEDGED,
                locale);
        HandoverState answer =
                state == HandoverState.RETURNED || state == HandoverState.REFUSED ? state : HandoverState.ACCEPTED;
        station(stations, answer, handover.answeredAt(), state == answer, locale);
        if (state != HandoverState.REFUSED) {
            HandoverState end = state == HandoverState.TAKEN_BACK ? state : HandoverState.DONE;
            station(stations, end, handover.doneAt(), false, locale);
        }
        return stations;
    }

    private void station(
            List<Station> stations, HandoverState state, @Nullable Instant at, boolean here, Locale locale) {
        boolean bad = state == HandoverState.RETURNED || state == HandoverState.REFUSED;
        String how = here ? (bad ? "late" : "active") : at == null ? "ahead" : "done";
        stations.add(new Station(
                text("interconnection.state." + state, locale),
                null,
                how,
                at == null ? text("interconnection.not-yet", locale) : formats.dateTime(at)));
    }

    private String text(String key, Locale locale) {
        return words.getMessage(key, null, locale);
    }

    private static String todo(Handover handover, boolean dead) {
        if (dead) {
            return "dead";
        }
        if (handover.takeBackAskedAt() != null && !handover.state().isOver()) {
            return "asked-back";
        }
        return handover.state() == HandoverState.SENT
                ? "sent." + handover.channel()
                : handover.state().name();
    }

    private static boolean mayRepeat(Handover handover) {
        return handover.channel() == Channel.PUSH ? !handover.state().isOver() : handover.state() == HandoverState.SENT;
    }

    private static boolean mayTakeBack(Handover handover) {
        return handover.takeBackAskedAt() == null
                && (handover.state() == HandoverState.SENT
                        || handover.channel() == Channel.PUSH && handover.state() == HandoverState.ACKNOWLEDGED);
    }

    private static String badge(Outbox.State state) {
        return switch (state) {
            case DEAD -> "late";
            case WAITING -> "running";
            case DELIVERED -> "on-time";
            case CANCELLED, ABANDONED -> "none";
        };
    }
}
