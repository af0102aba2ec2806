package vn.lienthong.dossier;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Officer;
import vn.lienthong.agency.Organisation;
import vn.lienthong.agency.Unit;
import vn.lienthong.agency.calendar.Budget;
import vn.lienthong.command.NotFound;
import vn.lienthong.command.Problem;
import vn.lienthong.document.DocumentKind;
import vn.lienthong.document.Documents;
import vn.lienthong.document.NewDocument;
import vn.lienthong.document.StoredDocument;
import vn.lienthong.document.print.Contact;
import vn.lienthong.document.print.ControlSlipPrint;
import vn.lienthong.document.print.LegLine;
import vn.lienthong.document.print.Letterheads;
import vn.lienthong.document.print.PaperFormat;
import vn.lienthong.document.print.PaperLine;
import vn.lienthong.document.print.Person;
import vn.lienthong.document.print.Printing;
import vn.lienthong.document.print.ReceiptPrint;
import vn.lienthong.document.print.RefusalPrint;
import vn.lienthong.document.print.Signature;
import vn.lienthong.document.print.StopNoticePrint;
import vn.lienthong.document.print.SupplementRequestPrint;
import vn.lienthong.document.print.Tracking;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Computing;
import vn.lienthong.procedure.Edition;
import vn.lienthong.procedure.FormSchema;
import vn.lienthong.procedure.Forms;
import vn.lienthong.procedure.Names;
import vn.lienthong.procedure.ScriptRefused;
import vn.lienthong.workflow.EngineClock;

/**
 * The official papers of a dossier. Each is printed when somebody first asks for it - receiving a dossier must not wait
 * for a printer - and kept from then on, so that everybody has the same sheet.
 */
@Component
@EnableConfigurationProperties(DossierSettings.class)
public class Prints {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final String RECEIPT = "receipt";
    private static final String SUPPLEMENT_REQUEST = "supplement-request";
    private static final String REFUSAL = "refusal";
    private static final String STOP_NOTICE = "stop-notice";
    private static final String CONTROL_SLIP = "control-slip";

    private static final Logger log = LoggerFactory.getLogger(Prints.class);

    private final PaperFormat format = new PaperFormat();
    private final Dossiers dossiers;
    private final DossierMapper mapper;
    private final Catalogue catalogue;
    private final Forms forms;
    private final Planning planning;
    private final Organisation organisation;
    private final CurrentCaller caller;
    private final Documents documents;
    private final Printing printing;
    private final Letterheads letterheads;
    private final Computing computing;
    private final ObjectProvider<HandingOver> handingOver;
    private final MessageSource messages;
    private final DossierSettings settings;
    private final Clock clock;

    Prints(
            Dossiers dossiers,
            DossierMapper mapper,
            Catalogue catalogue,
            Forms forms,
            Planning planning,
            Organisation organisation,
            CurrentCaller caller,
            Documents documents,
            Printing printing,
            Letterheads letterheads,
            Computing computing,
            ObjectProvider<HandingOver> handingOver,
            MessageSource messages,
            DossierSettings settings,
            Clock clock) {
        this.dossiers = dossiers;
        this.mapper = mapper;
        this.catalogue = catalogue;
        this.forms = forms;
        this.planning = planning;
        this.organisation = organisation;
        this.caller = caller;
        this.documents = documents;
        this.printing = printing;
        this.letterheads = letterheads;
        this.computing = computing;
        this.handingOver = handingOver;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    /** Prints what the dossier's state calls for and nobody has printed yet. */
    @Transactional
    public void prepare(DossierNumber number) {
        Dossiers.Summary dossier = dossiers.get(number);
        if (dossier.origin() != null || dossier.promisedAt() == null) {
            return;
        }
        Map<String, Supplier<byte[]>> due = due(dossier);
        if (printed(number).containsAll(due.keySet())) {
            return;
        }
        // One prints; whoever looks at the same moment waits and finds it printed.
        dossiers.current(number);
        Set<String> there = printed(number);
        due.forEach((code, paper) -> {
            if (!there.contains(code)) {
                keep(dossier, code, paper.get());
            }
        });
    }

    private Set<String> printed(DossierNumber number) {
        return documents.of(number.value()).stream()
                .filter(d -> d.kind() == DocumentKind.PRINT)
                .map(StoredDocument::code)
                .collect(Collectors.toSet());
    }

    /** The papers that belong to a dossier in its state, by code. */
    private Map<String, Supplier<byte[]>> due(Dossiers.Summary dossier) {
        Map<String, Supplier<byte[]>> due = new LinkedHashMap<>();
        due.put(RECEIPT, () -> printing.print(receipt(dossier)));
        mapper.askedFor(dossier.number().value())
                .forEach(asked -> due.put(
                        SUPPLEMENT_REQUEST + "-" + asked.round(),
                        () -> printing.print(supplementRequest(dossier, asked))));
        boolean stopped = dossier.state() == DossierState.WITHDRAWN || ranOut(dossier);
        boolean refused = dossier.state() == DossierState.NOT_RECEIVED
                || !stopped && dossier.legs().stream().anyMatch(l -> l.founding() && l.state() == LegState.REFUSED);
        if (refused) {
            due.put(REFUSAL, () -> printing.print(refusal(dossier)));
        }
        if (stopped) {
            due.put(STOP_NOTICE, () -> printing.print(stopNotice(dossier)));
        }
        if (dossier.state().isFinal()) {
            due.put(CONTROL_SLIP, () -> printing.print(controlSlip(dossier)));
        }
        return due;
    }

    /** The slip of the hand-overs, up to now; kept once the dossier is over. */
    @Transactional(readOnly = true)
    public byte[] controlSlip(DossierNumber number) {
        Dossiers.Summary dossier = dossiers.get(number);
        if (dossier.origin() != null || dossier.promisedAt() == null) {
            throw new NotFound("document");
        }
        return printing.print(controlSlip(dossier));
    }

    /** The applicant did not complete the dossier in time, which the diagram ends at an event of this name. */
    private static boolean ranOut(Dossiers.Summary dossier) {
        String end = dossier.endElement();
        return dossier.state() == DossierState.STOPPED
                && end != null
                && end.toLowerCase(Locale.ROOT).contains("stopped");
    }

    /** The receipt with the appointment, as it was first printed. */
    @Transactional
    public byte[] receipt(DossierNumber number) {
        prepare(number);
        return documents.of(number.value()).stream()
                .filter(d -> d.kind() == DocumentKind.PRINT && d.code().equals(RECEIPT))
                .findFirst()
                .map(d -> documents.content(d.id()))
                .orElseThrow(() -> new NotFound("document"));
    }

    /**
     * What a citizen is told at the counter when the application is not complete: nothing was received, this is missing.
     *
     * @param desk where it is told
     * @param applicant as it was asked for
     * @param problems what the check found
     */
    public byte[] completionRequest(
            Unit desk, String procedure, Map<String, Object> applicant, List<Problem> problems, Locale locale) {
        LocalDate today = LocalDate.now(clock);
        Edition edition = catalogue.edition(procedure, today);
        Map<String, String> missing = new LinkedHashMap<>();
        edition.papers().stream()
                .filter(p -> problems.stream()
                        .anyMatch(x -> x.code().equals("paper-missing")
                                && (x.field().equals("papers." + p.code())
                                        || x.field().equals("data." + p.describes()))))
                .forEach(p -> missing.put(p.code(), p.names().vi()));
        List<String> reasons = problems.stream()
                .map(p -> question(edition, p.field())
                        + messages.getMessage("problem." + p.code(), p.args().toArray(), p.code(), VIETNAMESE))
                .toList();
        return printing.print(new SupplementRequestPrint(
                letterheads.ofUnit(desk.code(), today),
                "",
                person(Applicant.of(applicant), applicant),
                edition.names().vi(),
                missing.values().stream()
                        .map(name -> new PaperLine(name, 1, 0, 0, 0))
                        .toList(),
                reasons,
                basis(edition),
                messages.getMessage("dossier.stage.reception", null, VIETNAMESE),
                1,
                null,
                contact(desk.code()),
                new Signature(List.of(), caller.get().fullName())));
    }

    /** What the form calls the field, and a colon; nothing when no form asks for it. */
    private String question(Edition edition, String field) {
        String path = field.startsWith("data.") ? field.substring("data.".length()) : field;
        return Stream.concat(edition.application().stream(), Stream.of("applicant", "delivery"))
                .flatMap(topic -> forms.find(edition.ref(), topic).stream())
                .map(form -> FormSchema.questions(form.localised(VIETNAMESE)).get(path))
                .filter(Objects::nonNull)
                .findFirst()
                .map(label -> label + ": ")
                .orElse("");
    }

    private void keep(Dossiers.Summary dossier, String code, byte[] pdf) {
        String by = caller.find().map(c -> c.username()).orElse("system");
        documents.store(NewDocument.print(code, null, pdf, dossier.number().value(), by));
    }

    private ReceiptPrint receipt(Dossiers.Summary dossier) {
        Edition edition = catalogue.edition(dossier.process());
        LocalDate on = dossier.receivedAt().atZone(EngineClock.ZONE).toLocalDate();
        String number = dossier.number().value();
        String page = settings.publicAddress() + "/public/track";
        Instant promised = Objects.requireNonNull(dossier.promisedAt());
        return new ReceiptPrint(
                letterheads.ofUnit(dossier.unit(), on),
                number,
                organisation.unit(dossier.unit()).nameVi(),
                dossier.receivedAt(),
                officer(receivedBy(dossier)),
                word("dossier.channel." + dossier.channel().name()),
                person(dossier.applicant(), map(dossier.content().get("applicant"))),
                null,
                edition.names().vi(),
                papers(dossier, edition),
                1,
                words(limit(dossier, edition)),
                promised,
                Objects.requireNonNullElse(dossier.originalPromisedAt(), promised),
                dossier.legs().stream()
                        .filter(leg -> leg.dueAt() != null)
                        .map(leg -> new LegLine(
                                organisation.unit(leg.unit()).nameVi(),
                                catalogue.procedure(dossier.process()).nameOfLeg(leg.leg(), VIETNAMESE),
                                leg.number(),
                                edition.leg(leg.leg())
                                        .map(l -> words(planning.budget(l, dossier.content(), leg.unit())))
                                        .orElse(""),
                                Objects.requireNonNull(leg.originalDueAt()),
                                Objects.requireNonNull(leg.dueAt())))
                        .toList(),
                delivery(dossier),
                fee(dossier, edition),
                new Tracking(
                        settings.publicAddress() + "/public/t/" + number + "/" + dossier.secret(),
                        page,
                        dossier.secret()),
                contact(dossier.unit()));
    }

    private SupplementRequestPrint supplementRequest(Dossiers.Summary dossier, DossierMapper.Asked asked) {
        Edition edition = catalogue.edition(dossier.process());
        LocalDate on = asked.askedAt().atZone(EngineClock.ZONE).toLocalDate();
        List<PaperLine> papers = new ArrayList<>();
        if (asked.papers().get("papers") instanceof List<?> codes) {
            for (Object code : codes) {
                String name =
                        edition.paper(code.toString()).map(p -> p.names().vi()).orElse(code.toString());
                papers.add(new PaperLine(name, 1, 0, 0, 0));
            }
        }
        return new SupplementRequestPrint(
                letterheads.ofUnit(dossier.unit(), on),
                dossier.number().value(),
                person(dossier.applicant(), map(dossier.content().get("applicant"))),
                edition.names().vi(),
                papers,
                List.of(asked.reason()),
                asked.legalBasis(),
                word("dossier.state.processing"),
                asked.round(),
                asked.answerBy(),
                contact(dossier.unit()),
                new Signature(List.of(), officer(asked.askedBy())));
    }

    private RefusalPrint refusal(Dossiers.Summary dossier) {
        Edition edition = catalogue.edition(dossier.process());
        Instant at = dossier.finishedAt() == null ? clock.instant() : dossier.finishedAt();
        List<String> reasons = mapper.events(dossier.number().value(), null).stream()
                .filter(e -> e.what().equals("step-completed") && e.details().containsKey("note"))
                .limit(1)
                .map(e -> String.valueOf(e.details().get("note")))
                .toList();
        return new RefusalPrint(
                letterheads.ofUnit(dossier.unit(), at.atZone(EngineClock.ZONE).toLocalDate()),
                dossier.number().value(),
                person(dossier.applicant(), map(dossier.content().get("applicant"))),
                null,
                dossier.submittedAt(),
                edition.names().vi(),
                reasons,
                basis(edition),
                contact(dossier.unit()),
                letterheads.ofUnitHead(dossier.unit(), null));
    }

    private StopNoticePrint stopNotice(Dossiers.Summary dossier) {
        Edition edition = catalogue.edition(dossier.process());
        Instant at = dossier.finishedAt() == null ? clock.instant() : dossier.finishedAt();
        boolean withdrawn = dossier.state() == DossierState.WITHDRAWN;
        Edition.SupplementPolicy supplement = edition.supplement();
        return new StopNoticePrint(
                letterheads.ofUnit(dossier.unit(), at.atZone(EngineClock.ZONE).toLocalDate()),
                dossier.number().value(),
                person(dossier.applicant(), map(dossier.content().get("applicant"))),
                dossier.receivedAt(),
                edition.names().vi(),
                withdrawn
                        ? word("dossier.print.asked-by-applicant")
                        : organisation.unit(dossier.unit()).nameVi(),
                stage(dossier),
                withdrawn ? withdrawalReason(dossier) : supplementReason(dossier),
                withdrawn || supplement == null ? basis(edition) : supplement.legalBasis(),
                finance(dossier),
                papers(dossier, edition),
                List.of(word("dossier.print.copy-applicant"), word("dossier.print.copy-file")),
                contact(dossier.unit()),
                letterheads.ofUnitHead(dossier.unit(), null));
    }

    /** Whose part was not done yet. */
    private String stage(Dossiers.Summary dossier) {
        return dossier.legs().stream()
                .filter(leg -> leg.startedAt() != null && leg.state() != LegState.DONE)
                .map(leg -> catalogue.procedure(dossier.process()).nameOfLeg(leg.leg(), VIETNAMESE) + " ("
                        + organisation.unit(leg.unit()).nameVi() + ")")
                .collect(Collectors.joining("; "));
    }

    private String withdrawalReason(Dossiers.Summary dossier) {
        return mapper.events(dossier.number().value(), null).stream()
                .filter(e -> e.what().equals("withdrawal-asked"))
                .findFirst()
                .map(e -> String.valueOf(e.details().getOrDefault("reason", "")))
                .orElse("");
    }

    private String supplementReason(Dossiers.Summary dossier) {
        List<DossierMapper.Asked> asked = mapper.askedFor(dossier.number().value());
        if (asked.isEmpty()) {
            return word("dossier.state." + dossier.state().key());
        }
        DossierMapper.Asked last = asked.get(asked.size() - 1);
        return messages.getMessage(
                "dossier.print.not-supplemented",
                new Object[] {last.answerBy() == null ? "" : format.date(last.answerBy()), last.reason()},
                VIETNAMESE);
    }

    private String finance(Dossiers.Summary dossier) {
        Map<String, Object> fee = map(dossier.content().get("fee"));
        return fee.get("method") != null && fee.get("amount") instanceof Number amount && amount.longValue() > 0
                ? messages.getMessage(
                        "dossier.print.fee-paid", new Object[] {format.money(amount.longValue())}, VIETNAMESE)
                : word("dossier.print.no-finance");
    }

    /** What is to be paid, worked out for the day of reception when no step has done so yet. */
    private @Nullable String fee(Dossiers.Summary dossier, Edition edition) {
        Edition.Fee fee = edition.fee();
        if (fee == null) {
            return word("dossier.print.no-fee");
        }
        Object amount = map(dossier.content().get("fee")).get("amount");
        String script = fee.script();
        if (amount == null && script != null) {
            amount = computed(dossier, script);
        } else if (amount == null) {
            amount = fee.amount();
        }
        if (!(amount instanceof Number dong)) {
            return null;
        }
        if (dong.longValue() == 0) {
            return word("dossier.print.no-fee");
        }
        String sum = format.money(dong.longValue());
        Names names = fee.names();
        return names == null ? sum : sum + " (" + names.vi() + ")";
    }

    private @Nullable Object computed(Dossiers.Summary dossier, String script) {
        try {
            Object result = computing.run(
                    dossier.process(),
                    script,
                    Map.of(
                            "dossier",
                            dossier.content(),
                            "on",
                            dossier.receivedAt().atZone(EngineClock.ZONE).toLocalDate()));
            return result instanceof Map<?, ?> map && map.get("fee") instanceof Map<?, ?> fee
                    ? fee.get("amount")
                    : null;
        } catch (ScriptRefused e) {
            // The step that computes it will say so to an officer; the receipt is handed out all the same.
            log.warn("no fee on the receipt of {}: {}", dossier.number(), script);
            return null;
        }
    }

    private ControlSlipPrint controlSlip(Dossiers.Summary dossier) {
        Edition edition = catalogue.edition(dossier.process());
        List<ControlSlipPrint.Handover> passed = new ArrayList<>();
        dossier.founding().ifPresent(leg -> passed.add(atTheDesk(dossier, leg)));
        handingOver.stream()
                .flatMap(all -> all.of(dossier.number()).stream())
                .forEach(pass -> dossier.legs().stream()
                        .filter(leg -> leg.leg().equals(pass.leg()))
                        .forEach(leg -> passed.add(toAnAgency(leg, pass))));
        Instant ready = dossier.readyAt();
        if (ready != null) {
            passed.add(toTheReturns(dossier, ready));
        }
        return new ControlSlipPrint(
                letterheads.ofUnit(
                        dossier.unit(),
                        dossier.receivedAt().atZone(EngineClock.ZONE).toLocalDate()),
                dossier.number().value(),
                person(dossier.applicant(), map(dossier.content().get("applicant"))),
                edition.names().vi(),
                dossier.receivedAt(),
                words(limit(dossier, edition)),
                Objects.requireNonNull(dossier.promisedAt()),
                papers(dossier, edition),
                passed);
    }

    /** From reception to the agency of the founding part; taken up with the first thing that this does. */
    private ControlSlipPrint.Handover atTheDesk(Dossiers.Summary dossier, Leg leg) {
        String number = dossier.number().value();
        List<Event> newestFirst = mapper.events(number, number).stream()
                .filter(e -> e.actor() != null)
                .toList();
        Optional<Event> taken =
                newestFirst.stream().filter(e -> leg.unit().equals(e.unit())).reduce((later, earlier) -> earlier);
        boolean atCounter = dossier.channel() == Channel.COUNTER;
        // What came online or by post is handed on when the desk has looked at it.
        Optional<Event> given = newestFirst.stream()
                .filter(e -> e.what().equals("step-completed") && dossier.unit().equals(e.unit()))
                .filter(e -> taken.isEmpty() || !e.at().isAfter(taken.get().at()))
                .findFirst();
        boolean stays = dossier.state() == DossierState.SUBMITTED || dossier.state() == DossierState.NOT_RECEIVED;
        return new ControlSlipPrint.Handover(
                organisation.unit(dossier.unit()).nameVi(),
                organisation.unit(leg.unit()).nameVi(),
                stays
                        ? null
                        : officer(
                                atCounter
                                        ? receivedBy(dossier)
                                        : given.map(Event::actor).orElse(receivedBy(dossier))),
                stays
                        ? null
                        : atCounter
                                ? dossier.receivedAt()
                                : given.map(Event::at).orElse(null),
                taken.map(Event::actor).map(this::officer).orElse(null),
                taken.map(Event::at).orElse(null),
                leg.dueAt(),
                leg.finishedAt(),
                outcome(leg),
                note(leg));
    }

    private ControlSlipPrint.Handover toAnAgency(Leg leg, HandingOver.Pass pass) {
        String by = pass.takenBy();
        return new ControlSlipPrint.Handover(
                organisation.unit(pass.from()).nameVi(),
                organisation.unit(pass.to()).nameVi(),
                null,
                pass.givenAt(),
                by == null ? null : officer(by),
                pass.takenAt(),
                leg.dueAt(),
                leg.finishedAt(),
                outcome(leg),
                note(leg));
    }

    private ControlSlipPrint.Handover toTheReturns(Dossiers.Summary dossier, Instant ready) {
        String desk = organisation.unit(dossier.unit()).nameVi();
        String from = dossier.legs().stream()
                .filter(leg -> leg.finishedAt() != null && leg.state() == LegState.DONE)
                .max(Comparator.comparing(leg -> Objects.requireNonNull(leg.finishedAt())))
                .map(leg -> organisation.unit(leg.unit()).nameVi())
                .orElse(desk);
        Instant promised = Objects.requireNonNull(dossier.promisedAt());
        return new ControlSlipPrint.Handover(
                from, desk, null, ready, null, ready, promised, ready, outcome(promised, ready), null);
    }

    private static ControlSlipPrint.@Nullable Outcome outcome(Leg leg) {
        Instant due = leg.dueAt();
        Instant finished = leg.finishedAt();
        return due == null || finished == null || leg.state() != LegState.DONE ? null : outcome(due, finished);
    }

    private static ControlSlipPrint.Outcome outcome(Instant due, Instant finished) {
        int days = finished.atZone(EngineClock.ZONE)
                .toLocalDate()
                .compareTo(due.atZone(EngineClock.ZONE).toLocalDate());
        return days < 0
                ? ControlSlipPrint.Outcome.EARLY
                : days == 0 ? ControlSlipPrint.Outcome.ON_TIME : ControlSlipPrint.Outcome.LATE;
    }

    private @Nullable String note(Leg leg) {
        return switch (leg.state()) {
            case REFUSED, WITHDRAWN, CANCELLED ->
                word("dossier.leg." + leg.state().key());
            default -> null;
        };
    }

    private List<PaperLine> papers(Dossiers.Summary dossier, Edition edition) {
        return mapper.papers(dossier.number().value()).stream()
                .map(p -> new PaperLine(
                        edition.paper(p.code()).map(x -> x.names().vi()).orElse(p.code()),
                        p.form().equals("ORIGINAL") ? p.copies() : 0,
                        p.form().equals("CERTIFIED") ? p.copies() : 0,
                        p.form().equals("COPY") ? p.copies() : 0,
                        p.form().equals("ELECTRONIC") ? p.copies() : 0))
                .toList();
    }

    private String receivedBy(Dossiers.Summary dossier) {
        return Optional.ofNullable(mapper.find(dossier.number().value()))
                .map(DossierRow::receivedBy)
                .orElse("");
    }

    private String officer(String username) {
        return organisation.officer(username).map(Officer::fullName).orElse(username);
    }

    private Contact contact(String unit) {
        return new Contact(null, organisation.unit(unit).phone(), settings.publicAddress() + "/public/track");
    }

    private String delivery(Dossiers.Summary dossier) {
        Object method = dossier.content().get("delivery") instanceof Map<?, ?> delivery ? delivery.get("method") : null;
        return word("dossier.delivery." + (method == null ? "COUNTER" : method));
    }

    private static @Nullable String basis(Edition edition) {
        return edition.legalBasis().stream()
                .findFirst()
                .map(Edition.LegalBasis::document)
                .orElse(null);
    }

    /** What the chosen parts may take; what the procedure may take at most where that cannot be said. */
    private Budget limit(Dossiers.Summary dossier, Edition edition) {
        List<PlannedTime.Part> parts = dossier.legs().stream()
                .flatMap(leg -> edition.leg(leg.leg()).stream()
                        .map(known -> new PlannedTime.Part(
                                leg.leg(), leg.after(), planning.budget(known, dossier.content(), leg.unit()))))
                .toList();
        return edition.promisedLimit() != null
                ? edition.limit()
                : PlannedTime.of(parts).orElse(edition.limit());
    }

    private String words(Budget budget) {
        return messages.getMessage(
                "dossier.budget." + budget.unit().name(),
                new Object[] {
                    budget.amount(),
                    budget.cutOff() == null ? "" : budget.cutOff().toString()
                },
                VIETNAMESE);
    }

    private String word(String key) {
        return Objects.requireNonNullElse(messages.getMessage(key, null, key, VIETNAMESE), key);
    }

    private static Person person(Applicant applicant, Map<String, Object> all) {
        return new Person(
                applicant.fullName(),
                applicant.identityNumber(),
                all.get("address") == null ? null : all.get("address").toString(),
                applicant.phone(),
                applicant.email());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }
}
