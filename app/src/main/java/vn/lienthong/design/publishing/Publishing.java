package vn.lienthong.design.publishing;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;
import vn.lienthong.agency.Caller;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Duty;
import vn.lienthong.command.Forbidden;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.NotFound;
import vn.lienthong.command.Problem;
import vn.lienthong.command.Refused;
import vn.lienthong.design.Finding;
import vn.lienthong.design.FolderCheck;
import vn.lienthong.design.Severity;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Edition;
import vn.lienthong.procedure.EditionReader;
import vn.lienthong.procedure.Procedure;
import vn.lienthong.procedure.ProcedureFolder;
import vn.lienthong.procedure.PublishedEditions;
import vn.lienthong.workflow.ProcessRef;

/**
 * Brings editions into force and takes them out: a designer sends a folder, the verifier looks through it, a second person
 * approves it by a decision, and from its day on dossiers are received by it. No restart, on every node.
 */
@Component
public class Publishing {

    private static final Logger log = LoggerFactory.getLogger(Publishing.class);

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final int LONGEST_DECISION = 100;
    private static final int LONGEST_NOTE = 2_000;

    /** How many of the dossiers that stand against a withdrawal are named. */
    private static final int NAMED = 5;

    private static final Set<Duty> DECIDE = EnumSet.of(Duty.BUSINESS_ADMINISTRATOR, Duty.AGENCY_HEAD);
    private static final Set<Duty> SEE = EnumSet.of(
            Duty.PROCESS_DESIGNER, Duty.BUSINESS_ADMINISTRATOR, Duty.AGENCY_HEAD, Duty.SUPERVISOR, Duty.INSPECTOR);

    private final EditionDraftMapper mapper;
    private final FolderCheck check;
    private final Catalogue catalogue;
    private final PublishedEditions published;
    private final Dossiers dossiers;
    private final CurrentCaller caller;
    private final Clock clock;

    Publishing(
            EditionDraftMapper mapper,
            FolderCheck check,
            Catalogue catalogue,
            PublishedEditions published,
            Dossiers dossiers,
            CurrentCaller caller,
            Clock clock) {
        this.mapper = mapper;
        this.check = check;
        this.catalogue = catalogue;
        this.published = published;
        this.dossiers = dossiers;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Takes in a folder and looks through it. With errors it is kept too, so that they can be read; sent again it takes the
     * place of what was sent before.
     *
     * @param sent the files one by one, or zipped
     * @throws Forbidden when the caller designs no procedures
     * @throws InvalidInput when there is no folder in what was sent
     */
    @Transactional
    public EditionDraft send(List<MultipartFile> sent, @Nullable String procedure, @Nullable String edition) {
        Caller designer = with(EnumSet.of(Duty.PROCESS_DESIGNER), "send-edition");
        ProcedureFolder folder = check.readNamed(sent, procedure, edition);
        LocalDate day = day(folder.ref());
        notYetThere(folder.ref());
        List<Finding> findings = check.verify(folder);
        int errors = errors(findings);
        mapper.removeUndecided(folder.ref().procedure(), day);
        long id = mapper.insert(
                folder.ref().procedure(),
                day,
                name(folder),
                errors == 0 ? EditionDraft.State.VERIFIED : EditionDraft.State.FAULTY,
                errors,
                findings.size() - errors,
                designer.username(),
                now());
        folder.files()
                .forEach((name, content) -> mapper.insertFile(
                        new EditionDraftMapper.File(id, EditionDraftMapper.Kind.FILE, name, content)));
        folder.forms()
                .forEach((name, content) -> mapper.insertFile(
                        new EditionDraftMapper.File(id, EditionDraftMapper.Kind.FORM, name, content)));
        log.info("edition {} sent, {} errors", folder.ref(), errors);
        return get(id);
    }

    /**
     * The newest first.
     *
     * @param before id of the last one of the page before; null for the first page
     */
    @Transactional(readOnly = true)
    public List<EditionDraft> list(@Nullable Long before, int limit) {
        with(SEE, "see-editions");
        return mapper.list(before, limit);
    }

    /** @throws NotFound when there is none */
    @Transactional(readOnly = true)
    public EditionDraft get(long id) {
        with(SEE, "see-editions");
        return Optional.ofNullable(mapper.find(id)).orElseThrow(() -> new NotFound("edition"));
    }

    /** What the verifier says of it now. */
    @Transactional(readOnly = true)
    public List<Finding> findings(EditionDraft draft) {
        return check.verify(folder(draft));
    }

    /** The diagram, for the eye. */
    @Transactional(readOnly = true)
    public byte[] diagram(long id) {
        ProcedureFolder folder = folder(get(id));
        return folder.file(folder.diagram()).orElseThrow(() -> new NotFound("edition"));
    }

    /**
     * Puts it into force from its day on.
     *
     * @param decision number of the document that approves it
     * @throws Forbidden when the caller approves nothing, or has sent it
     * @throws Refused when it is decided already, has errors, or its day is past
     */
    @Transactional
    public void approve(long id, @Nullable String decision, @Nullable String note) {
        EditionDraft draft = toDecide(id);
        List<Problem> problems = new ArrayList<>();
        String number = text("decision", decision, true, LONGEST_DECISION, problems);
        String remark = text("note", note, false, LONGEST_NOTE, problems);
        InvalidInput.ifAny(problems);
        notYetThere(draft.ref());
        LocalDate earliest = earliest(draft.procedure());
        if (draft.edition().isBefore(earliest)) {
            throw new Refused(
                    "edition-too-late",
                    Map.of("edition", draft.edition().toString(), "earliest", earliest.toString()),
                    DAY.format(draft.edition()),
                    DAY.format(earliest));
        }
        ProcedureFolder folder = folder(draft);
        int errors = errors(check.verify(folder));
        if (errors > 0) {
            throw new Refused("edition-has-errors", Map.of("errors", errors), errors);
        }
        mapper.decide(id, EditionDraft.State.PUBLISHED, caller.get().username(), now(), number, remark);
        published.publish(folder);
        log.info("edition {} approved by {}", draft.ref(), number);
    }

    /** @throws Forbidden when the caller approves nothing, or has sent it */
    @Transactional
    public void reject(long id, @Nullable String note) {
        toDecide(id);
        List<Problem> problems = new ArrayList<>();
        String remark = text("note", note, true, LONGEST_NOTE, problems);
        InvalidInput.ifAny(problems);
        mapper.decide(id, EditionDraft.State.REJECTED, caller.get().username(), now(), null, remark);
    }

    /**
     * Takes an edition out of force, shipped or published: nothing more is received by it, what is finished can still be
     * read.
     *
     * @throws Refused while dossiers run by it, or another procedure needs it for a leg
     */
    @Transactional
    public void withdraw(ProcessRef ref, @Nullable String decision, @Nullable String reason) {
        Caller officer = with(DECIDE, "decide-edition");
        if (catalogue.find(ref).isEmpty()) {
            throw new NotFound("procedure");
        }
        List<Problem> problems = new ArrayList<>();
        String number = text("decision", decision, true, LONGEST_DECISION, problems);
        String why = text("reason", reason, true, LONGEST_NOTE, problems);
        InvalidInput.ifAny(problems);
        if (catalogue.isWithdrawn(ref)) {
            throw new Refused("edition-withdrawn", Map.of("edition", ref.toString()));
        }
        Dossiers.Open open = dossiers.openBy(ref, NAMED);
        if (open.count() > 0) {
            throw new Refused(
                    "edition-has-open-dossiers",
                    Map.of(
                            "count",
                            open.count(),
                            "dossiers",
                            open.some().stream().map(DossierNumber::value).toList()),
                    open.count(),
                    String.join(
                            ", ", open.some().stream().map(DossierNumber::value).toList()));
        }
        List<String> callers = callersOf(ref);
        if (!callers.isEmpty()) {
            throw new Refused("edition-is-called", Map.of("procedures", callers), String.join(", ", callers));
        }
        mapper.insertWithdrawal(new Withdrawal(
                ref.procedure(), day(ref), String.valueOf(number), String.valueOf(why), officer.username(), now()));
        published.withdraw(ref);
        log.info("edition {} withdrawn by {}", ref, number);
    }

    /** Who took which editions out of force. */
    @Transactional(readOnly = true)
    public List<Withdrawal> withdrawals() {
        with(SEE, "see-editions");
        return mapper.withdrawals();
    }

    public boolean maySend() {
        return caller.get().holds(Duty.PROCESS_DESIGNER);
    }

    /** Whether the caller may say yes or no to it now. */
    public boolean mayDecide(EditionDraft draft) {
        return draft.decidedAt() == null
                && decides()
                && !draft.sentBy().equals(caller.get().username());
    }

    public boolean decides() {
        return DECIDE.stream().anyMatch(caller.get()::holds);
    }

    /** Procedures whose legs would find no edition of this procedure any more. */
    private List<String> callersOf(ProcessRef ref) {
        LocalDate today = today();
        boolean anotherTakesOver = catalogue.all().stream()
                .map(Procedure::edition)
                .anyMatch(edition -> edition.key().equals(ref.procedure())
                        && !edition.ref().equals(ref)
                        && edition.pilot() == null
                        && !edition.effectiveOn().isAfter(today)
                        && !catalogue.isWithdrawn(edition.ref()));
        return anotherTakesOver
                ? List.of()
                : catalogue.inForce(today).stream()
                        .filter(edition -> edition.legs().stream()
                                .anyMatch(leg -> ref.procedure().equals(leg.procedure())))
                        .map(edition -> edition.names().vi())
                        .toList();
    }

    /** From when on an edition may take effect: one day has one edition, so not today where dossiers come in already. */
    private LocalDate earliest(String procedure) {
        boolean running = catalogue.inForce(today()).stream()
                .anyMatch(edition -> edition.key().equals(procedure));
        return running ? today().plusDays(1) : today();
    }

    private EditionDraft toDecide(long id) {
        Caller officer = with(DECIDE, "decide-edition");
        EditionDraft draft = Optional.ofNullable(mapper.hold(id)).orElseThrow(() -> new NotFound("edition"));
        if (draft.decidedAt() != null) {
            throw new Refused("edition-decided", Map.of("state", draft.state().name()));
        }
        if (draft.sentBy().equals(officer.username())) {
            throw new Forbidden("edition-of-ones-own");
        }
        return draft;
    }

    private void notYetThere(ProcessRef ref) {
        if (catalogue.find(ref).isPresent()) {
            throw new Refused(
                    "edition-exists", Map.of("edition", ref.toString()), ref.procedure(), DAY.format(day(ref)));
        }
    }

    private ProcedureFolder folder(EditionDraft draft) {
        Map<String, byte[]> files = new HashMap<>();
        Map<String, byte[]> forms = new HashMap<>();
        mapper.files(draft.id())
                .forEach(file ->
                        (file.kind() == EditionDraftMapper.Kind.FILE ? files : forms).put(file.name(), file.content()));
        return check.folder(draft.ref(), files, forms);
    }

    private static String name(ProcedureFolder folder) {
        Edition edition = EditionReader.read(folder).edition();
        return edition == null ? folder.ref().procedure() : edition.names().vi();
    }

    private static int errors(List<Finding> findings) {
        return (int) findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .count();
    }

    private static LocalDate day(ProcessRef ref) {
        try {
            return LocalDate.parse(ref.edition());
        } catch (DateTimeException e) {
            throw new InvalidInput(Problem.of("edition", "not-a-date"));
        }
    }

    private static @Nullable String text(
            String field, @Nullable String written, boolean required, int longest, List<Problem> problems) {
        String text = written == null ? "" : vn.lienthong.procedure.Content.normalised(written);
        if (text.isEmpty()) {
            if (required) {
                problems.add(Problem.of(field, "required"));
            }
            return null;
        }
        if (text.length() > longest) {
            problems.add(Problem.of(field, "too-long", longest));
        }
        return text;
    }

    private Caller with(Set<Duty> duties, String otherwise) {
        Caller officer = caller.get();
        if (duties.stream().noneMatch(officer::holds)) {
            throw new Forbidden(otherwise);
        }
        return officer;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    private Instant now() {
        return clock.instant();
    }
}
