package vn.lienthong.dossier;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.Caller;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.NotFound;
import vn.lienthong.command.Problem;
import vn.lienthong.document.print.Person;
import vn.lienthong.document.print.Printing;
import vn.lienthong.document.print.RegisterPrint;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Masking;
import vn.lienthong.workflow.EngineClock;
import vn.lienthong.workflow.ProcessRef;

/** The book of the dossiers that a unit received: form 07 of 2025, 06 of 2018, as it stands when it is printed. */
@Component
public class Registers {

    /** A book that nobody leafs through: about a hundred pages. */
    private static final int MOST_LINES = 1_000;

    private final RegisterView view;
    private final Access access;
    private final Catalogue catalogue;
    private final Printing printing;
    private final OnPaper onPaper;
    private final CurrentCaller caller;
    private final Clock clock;

    Registers(
            RegisterView view,
            Access access,
            Catalogue catalogue,
            Printing printing,
            OnPaper onPaper,
            CurrentCaller caller,
            Clock clock) {
        this.view = view;
        this.access = access;
        this.catalogue = catalogue;
        this.printing = printing;
        this.onPaper = onPaper;
        this.caller = caller;
        this.clock = clock;
    }

    /** Codes of the units whose books the caller may see. */
    public List<String> units() {
        return access.unitsOf(caller.get());
    }

    /**
     * @param from first day
     * @param to last day
     * @return the book as a PDF
     * @throws NotFound when it is none of the caller's books
     * @throws InvalidInput when the period ends before it begins, or has more dossiers than one print can hold
     */
    @Transactional(readOnly = true)
    public byte[] print(String unit, LocalDate from, LocalDate to) {
        Caller someone = caller.get();
        if (!access.unitsOf(someone).contains(unit)) {
            throw new NotFound("register");
        }
        List<Problem> problems = new ArrayList<>();
        if (to.isBefore(from)) {
            problems.add(Problem.of("to", "period-ends-before-it-begins"));
        }
        InvalidInput.ifAny(problems);
        List<RegisterView.Line> lines = view.of(unit, start(from), start(to.plusDays(1)), MOST_LINES + 1);
        if (lines.size() > MOST_LINES) {
            throw new InvalidInput(Problem.of("to", "register-too-long", MOST_LINES));
        }
        return printing.print(new RegisterPrint(
                onPaper.letterhead(unit, clock.instant()),
                onPaper.unit(unit),
                from,
                to,
                lines.stream().map(this::line).toList(),
                someone.fullName()));
    }

    private RegisterPrint.Line line(RegisterView.Line line) {
        DossierState state = DossierState.ofCode(line.state());
        Map<String, Object> collector = line.collector() == null ? Map.of() : line.collector();
        String wished = line.wished() == null ? HandOver.COUNTER : line.wished();
        String lead = line.leadUnit();
        return new RegisterPrint.Line(
                line.number(),
                catalogue
                        .edition(new ProcessRef(line.procedure(), line.edition()))
                        .names()
                        .vi(),
                1,
                new Person(
                        line.applicantName(),
                        null,
                        line.applicantAddress(),
                        Masking.partly(line.applicantPhone()),
                        null),
                lead == null ? "" : onPaper.unit(lead),
                line.receivedAt(),
                line.promisedAt(),
                state == DossierState.RETURNED ? line.finishedAt() : null,
                onPaper.word("dossier.delivery." + Objects.requireNonNullElse(line.method(), wished)),
                collector.get("fullName") instanceof String name ? name : null,
                note(line, state));
    }

    /** How it ended when that was not a result, and whether it was later than promised. */
    private @Nullable String note(RegisterView.Line line, DossierState state) {
        if (state.isFinal() && state != DossierState.RETURNED) {
            return onPaper.word("dossier.state." + state.key());
        }
        Instant promised = line.promisedAt();
        Instant ready = line.readyAt() == null ? line.finishedAt() : line.readyAt();
        Instant until = ready == null ? clock.instant() : ready;
        return promised != null && until.isAfter(promised) ? onPaper.word("dossier.register.late") : null;
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(EngineClock.ZONE).toInstant();
    }
}
