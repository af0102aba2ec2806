package vn.lienthong.dossier.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Calendars;
import vn.lienthong.agency.Organisation;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.DossierState;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.ExternalNumbers;
import vn.lienthong.dossier.LegState;
import vn.lienthong.dossier.Reading;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Edition;
import vn.lienthong.web.DueCell;
import vn.lienthong.web.DueCells;
import vn.lienthong.web.IdentityBar;

/** A dossier as every page about it begins, and its agencies' parts. */
@Component
public class DossierFaces {

    /**
     * One agency's part.
     *
     * @param part what it does of the procedure
     * @param href page of the agency's own dossier; null when it has none
     * @param state key of the badge
     */
    public record LegFace(
            String leg,
            @Nullable String part,
            String agency,
            @Nullable String number,
            @Nullable String href,
            String state,
            String stateText,
            @Nullable DueCell due,
            @Nullable Instant finishedAt) {}

    /** @param name of the system that gave the number */
    public record External(String name, String number) {}

    private final Reading reading;
    private final Catalogue catalogue;
    private final Calendars calendars;
    private final DueCells dues;
    private final Organisation organisation;
    private final ExternalNumbers externalNumbers;
    private final MessageSource messages;

    DossierFaces(
            Reading reading,
            Catalogue catalogue,
            Calendars calendars,
            DueCells dues,
            Organisation organisation,
            ExternalNumbers externalNumbers,
            MessageSource messages) {
        this.externalNumbers = externalNumbers;
        this.reading = reading;
        this.catalogue = catalogue;
        this.calendars = calendars;
        this.dues = dues;
        this.organisation = organisation;
        this.messages = messages;
    }

    /** What stands on top. */
    public IdentityBar identity(Dossiers.Summary dossier, Locale locale) {
        Edition edition = catalogue.edition(dossier.process());
        return new IdentityBar(
                dossier.number().value(),
                dossier.applicant().fullName(),
                edition.names().in(locale),
                edition.effectiveOn(),
                badge(dossier.state()),
                messages.getMessage("dossier.state." + dossier.state().key(), null, locale),
                promise(dossier));
    }

    /** What other systems call it, each by its name. */
    List<External> externalNumbers(DossierNumber number, Locale locale) {
        return externalNumbers.of(number).stream()
                .map(external -> new External(
                        Objects.requireNonNullElse(
                                messages.getMessage(
                                        "dossier.external." + external.system(),
                                        null,
                                        agency(external.system(), locale),
                                        locale),
                                external.system()),
                        external.number()))
                .toList();
    }

    /** Agencies are known to other systems by their identifier codes. */
    private String agency(String identifier, Locale locale) {
        return organisation.units(organisation.today()).stream()
                .filter(unit -> identifier.equals(unit.identifierCode()))
                .findFirst()
                .map(unit -> unit.name(locale))
                .orElse(identifier);
    }

    /** The promised date; standing still while the applicant completes the papers, decided once the result is there. */
    @Nullable DueCell promise(Dossiers.Summary dossier) {
        Instant readyAt = dossier.readyAt() == null ? dossier.finishedAt() : dossier.readyAt();
        return due(
                dossier.unit(),
                dossier.receivedAt(),
                dossier.promisedAt(),
                dossier.originalPromisedAt(),
                readyAt,
                dossier.state() == DossierState.SUPPLEMENT_REQUESTED);
    }

    /** Every agency's part, in the order of the procedure. */
    public List<LegFace> legs(Dossiers.Summary dossier, Locale locale) {
        boolean paused = dossier.state() == DossierState.SUPPLEMENT_REQUESTED;
        return reading.legs(dossier, locale).stream()
                .map(leg -> {
                    boolean running = leg.state().equals(LegState.RUNNING.key());
                    DueCell due = due(
                            leg.agency(),
                            leg.startedAt() == null ? dossier.receivedAt() : leg.startedAt(),
                            leg.dueAt(),
                            leg.originalDueAt(),
                            leg.finishedAt(),
                            paused && running);
                    return new LegFace(
                            leg.leg(),
                            leg.name(),
                            leg.agencyName(),
                            leg.number(),
                            leg.number() == null ? null : "/dossiers/" + leg.number(),
                            badge(leg, due),
                            leg.stateName(),
                            due,
                            leg.finishedAt());
                })
                .toList();
    }

    @Nullable DueCell due(
            String unit,
            Instant startedAt,
            @Nullable Instant dueAt,
            @Nullable Instant originalDueAt,
            @Nullable Instant stoppedAt,
            boolean paused) {
        if (dueAt == null) {
            return null;
        }
        return stoppedAt == null
                ? dues.running(calendars.ofUnit(unit), startedAt, dueAt, originalDueAt, paused)
                : dues.stopped(calendars.ofUnit(unit), startedAt, dueAt, originalDueAt, stoppedAt);
    }

    /** How a state looks: the key of {@code fragments/parts :: badge}. */
    public static String badge(DossierState state) {
        return switch (state) {
            case SUPPLEMENT_REQUESTED, FINANCIAL_OBLIGATION -> "paused";
            case READY, RETURNED -> "on-time";
            case NOT_RECEIVED, WITHDRAWN, STOPPED -> "none";
            case SUBMITTED, RECEIVED, PROCESSING -> "running";
        };
    }

    private static String badge(Reading.LegView leg, @Nullable DueCell due) {
        if (leg.state().equals(LegState.DONE.key())) {
            return "on-time";
        }
        if (!leg.state().equals(LegState.RUNNING.key())) {
            return "none";
        }
        return due != null && due.state() == DueCell.State.LATE ? "late" : "running";
    }
}
