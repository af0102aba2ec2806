package vn.lienthong.dossier;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.Caller;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Duty;
import vn.lienthong.agency.NoCompetentUnit;
import vn.lienthong.agency.Organisation;
import vn.lienthong.agency.Unit;
import vn.lienthong.command.Forbidden;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.NotFound;
import vn.lienthong.command.Problem;
import vn.lienthong.document.Numbering;
import vn.lienthong.document.print.Printing;
import vn.lienthong.procedure.ApplicationCheck;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Edition;
import vn.lienthong.workflow.EngineClock;
import vn.lienthong.workflow.Processes;

/** Receives a dossier: checks it whole, gives it a number, plans its agencies, promises a date, starts its process. */
@Component
public class Receiving {

    private final Catalogue catalogue;
    private final ApplicationCheck check;
    private final Planning planning;
    private final Organisation organisation;
    private final CurrentCaller caller;
    private final Numbering numbering;
    private final OpenFiles files;
    private final DossierMapper mapper;
    private final Timeline timeline;
    private final Processes processes;
    private final PrintingRequest requests;
    private final Printing printing;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Receiving(
            Catalogue catalogue,
            ApplicationCheck check,
            Planning planning,
            Organisation organisation,
            CurrentCaller caller,
            Numbering numbering,
            OpenFiles files,
            DossierMapper mapper,
            Timeline timeline,
            Processes processes,
            PrintingRequest requests,
            Printing printing,
            ApplicationEventPublisher events,
            Clock clock) {
        this.catalogue = catalogue;
        this.check = check;
        this.planning = planning;
        this.organisation = organisation;
        this.caller = caller;
        this.numbering = numbering;
        this.files = files;
        this.mapper = mapper;
        this.timeline = timeline;
        this.processes = processes;
        this.requests = requests;
        this.printing = printing;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Receives what a citizen hands in. All or nothing: with any fault nothing is stored.
     *
     * @throws InvalidInput with every fault of the application
     * @throws Forbidden when the caller receives no dossiers
     */
    @Transactional
    public DossierNumber receive(Application application) {
        Caller officer = caller.get();
        Unit desk = desk(officer);
        LocalDate today = LocalDate.now(clock);
        Edition edition = edition(application.procedure(), today, desk);
        Checked checked = checked(application, edition, officer, desk);
        InvalidInput.ifAny(checked.problems());
        Channel channel = Channel.valueOf(String.valueOf(application.channel()));
        List<Paper> papers = checked.application().papers().stream()
                .map(p -> new Paper(p.code(), p.form(), p.copies(), p.document()))
                .toList();

        Intake intake = checked.intake();
        Map<String, Object> content = new LinkedHashMap<>(checked.application().data());
        // Nobody outside says that a dossier is part of another one.
        content.remove(Linking.LINKED);
        content.put("applicant", checked.application().applicant());
        if (!intake.equals(Intake.NONE)) {
            content.put(Intake.NAME, intake.content());
        }
        String area = area(edition, content, desk);
        List<PlannedLeg> legs = planned(edition, content, area, today);

        Instant now = clock.instant();
        var number = new DossierNumber(numbering.next("dossier", organisation.agencyOf(desk.code())));
        Opened opened = new Opened(
                number,
                edition,
                null,
                null,
                channel,
                area,
                desk.code(),
                content,
                legs,
                officer.username(),
                arrival(intake, now));
        open(opened, now);
        papers(number, papers);
        Map<String, Object> details = new LinkedHashMap<>(Map.of("channel", channel.name(), "papers", papers.size()));
        details.putAll(intake.details());
        timeline.append(number, new Actor(officer.username(), null, desk.code()), "received", details);
        start(opened);
        return number;
    }

    /** An application that was looked at: all its faults at once. */
    private record Checked(ApplicationCheck.Application application, Intake intake, List<Problem> problems) {}

    private Checked checked(Application application, Edition edition, Caller officer, Unit desk) {
        ApplicationCheck.Application read = check.read(
                edition, application.channel(), application.applicant(), application.data(), application.papers());
        List<Problem> problems = new ArrayList<>(read.problems());
        Intake intake = IntakeCheck.read(
                String.valueOf(application.channel()),
                application.intake(),
                read.applicant(),
                new Intake.Filer(officer.fullName(), desk.nameVi(), null),
                LocalDate.now(clock),
                problems);
        return new Checked(read, intake, problems);
    }

    /** When it was handed to the desk. The post says on which day; the clock starts when the desk has received it. */
    private static Instant arrival(Intake intake, Instant now) {
        LocalDate on = intake.arrivedOn();
        return on == null || on.equals(now.atZone(EngineClock.ZONE).toLocalDate())
                ? now
                : on.atStartOfDay(EngineClock.ZONE).toInstant();
    }

    /**
     * An application that was looked at and not received.
     *
     * @param applicant normalised
     * @param problems every fault
     */
    public record LookedAt(Unit desk, Edition edition, Map<String, Object> applicant, List<Problem> problems) {}

    /**
     * Every fault of an application at once, without receiving it.
     *
     * @throws Forbidden when the caller receives no dossiers
     */
    @Transactional(readOnly = true)
    public LookedAt lookAt(Application application) {
        Caller officer = caller.get();
        Unit desk = desk(officer);
        Edition edition = edition(application.procedure(), LocalDate.now(clock), desk);
        Checked checked = checked(application, edition, officer, desk);
        return new LookedAt(desk, edition, checked.application().applicant(), checked.problems());
    }

    /**
     * Which agencies would take part, without receiving anything.
     *
     * @param content the application's data with the applicant, as far as it is known
     */
    @Transactional(readOnly = true)
    public List<PlannedLeg> plan(String procedure, Map<String, Object> content) {
        LocalDate today = LocalDate.now(clock);
        Unit desk = desk(caller.get());
        Edition edition = edition(procedure, today, desk);
        return planned(edition, content, area(edition, content, desk), today);
    }

    /**
     * Checks an application without receiving it and prints what is missing.
     *
     * @return form 02 as a PDF
     * @throws Forbidden when the caller receives no dossiers
     */
    @Transactional(readOnly = true)
    public byte[] whatIsMissing(Application application) {
        LookedAt found = lookAt(application);
        // How it came to the desk is not for the applicant to complete.
        List<Problem> missing = found.problems().stream()
                .filter(problem -> !problem.field().startsWith(Intake.NAME + "."))
                .toList();
        return printing.print(requests.completion(found.desk(), found.edition(), found.applicant(), missing));
    }

    private Unit desk(Caller officer) {
        return officer.unitsWith(Duty.RECEPTION_OFFICER).stream()
                .findFirst()
                .map(organisation::unit)
                .orElseThrow(() -> new Forbidden("not-a-reception-officer"));
    }

    private Edition edition(@Nullable String procedure, LocalDate today, Unit desk) {
        if (procedure == null || procedure.isBlank()) {
            throw new InvalidInput(Problem.of("procedure", "required"));
        }
        try {
            return catalogue.edition(procedure, today, organisation.agencyOf(desk.code()));
        } catch (NotFound unknown) {
            throw new InvalidInput(Problem.of("procedure", "unknown-procedure"));
        }
    }

    /** A dossier about to be opened. */
    record Opened(
            DossierNumber number,
            Edition edition,
            @Nullable DossierNumber origin,
            @Nullable String originLeg,
            Channel channel,
            String area,
            String unit,
            Map<String, Object> content,
            List<PlannedLeg> legs,
            @Nullable String by,
            Instant submittedAt) {}

    void open(Opened opened, Instant now) {
        Applicant applicant = Applicant.of(map(opened.content().get("applicant")));
        DossierNumber origin = opened.origin();
        boolean linked = Boolean.TRUE.equals(opened.content().get("linked"));
        DossierState state =
                opened.channel() == Channel.COUNTER || linked ? DossierState.RECEIVED : DossierState.SUBMITTED;
        var row = new DossierRow(
                opened.number().value(),
                opened.edition().ref().procedure(),
                opened.edition().ref().edition(),
                origin == null ? null : origin.value(),
                opened.originLeg(),
                state.code(),
                "NONE",
                "PENDING",
                opened.channel().name(),
                opened.area(),
                opened.unit(),
                concerned(opened),
                applicant.fullName(),
                applicant.identityNumber(),
                applicant.phone(),
                applicant.email(),
                opened.content(),
                List.of(),
                null,
                Secrets.fresh(),
                opened.submittedAt(),
                now,
                opened.by(),
                null,
                null,
                null,
                null);
        files.add(
                row,
                opened.legs().stream()
                        .map(l -> new Leg(
                                l.leg(),
                                l.unit(),
                                l.after(),
                                l.founding(),
                                null,
                                l.founding() ? LegState.RUNNING : LegState.PLANNED,
                                null,
                                null,
                                l.founding() ? now : null,
                                null))
                        .toList());
        events.publishEvent(new DossierReceived(
                opened.number(),
                origin,
                opened.originLeg(),
                opened.edition().ref(),
                now,
                opened.area(),
                opened.unit(),
                opened.legs()));
    }

    void papers(DossierNumber number, List<Paper> papers) {
        if (!papers.isEmpty()) {
            mapper.insertPapers(number.value(), 0, papers);
        }
    }

    /** The linked dossier's process is started by the engine itself, as the called activity of its origin. */
    void start(Opened opened) {
        processes.start(opened.edition().ref(), opened.number().value(), Map.of());
    }

    /** Every unit that has a role in the procedure here, and the desk that received it. */
    private List<String> concerned(Opened opened) {
        Set<String> units = new LinkedHashSet<>();
        units.add(opened.unit());
        opened.legs().forEach(leg -> units.add(leg.unit()));
        Set<String> ofOtherLegs = new LinkedHashSet<>();
        opened.edition().legs().forEach(leg -> {
            if (!leg.founding()) {
                ofOtherLegs.add(leg.agency());
            }
        });
        for (String role : opened.edition().agencies().keySet()) {
            if (!ofOtherLegs.contains(role)) {
                units.add(organisation
                        .competent(role, opened.area(), LocalDate.now(clock))
                        .code());
            }
        }
        return List.copyOf(units);
    }

    private List<PlannedLeg> planned(Edition edition, Map<String, Object> content, String area, LocalDate today) {
        try {
            return planning.legs(edition, content, area, today);
        } catch (NoCompetentUnit e) {
            throw new InvalidInput(Problem.of("data." + edition.area(), "no-competent-unit"));
        }
    }

    /** The commune whose agencies are competent; where it is not known here, the desk's own, which will forward. */
    private String area(Edition edition, Map<String, Object> content, Unit desk) {
        @Nullable Object value = content;
        for (String name : String.valueOf(edition.area()).split("\\.", -1)) {
            value = value instanceof Map<?, ?> inner ? inner.get(name) : null;
        }
        String area = value == null ? "" : value.toString();
        LocalDate today = LocalDate.now(clock);
        return organisation.knowsArea(area, today) ? area : organisation.agencyOf(desk.code());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }
}
