package vn.lienthong.worklist.prints;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Duty;
import vn.lienthong.agency.Post;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.NotFound;
import vn.lienthong.command.Problem;
import vn.lienthong.document.DocumentId;
import vn.lienthong.document.Documents;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Prints;

/** The papers that wait to be printed at the caller's units, and those that were. */
@Component
public class PrintQueue {

    /** Nobody prints more in one go, and nobody reads on in a longer list. */
    static final int MOST = 100;

    private static final Logger log = LoggerFactory.getLogger(PrintQueue.class);

    /** Duties that hand papers to citizens, and those that help them. */
    private static final Set<Duty> PRINTING = EnumSet.of(
            Duty.RECEPTION_OFFICER, Duty.RETURNS_OFFICER, Duty.CASE_OFFICER, Duty.UNIT_HEAD, Duty.CLERK, Duty.CASHIER);

    private final SheetMapper sheets;
    private final Prints prints;
    private final Documents documents;
    private final Merging merging;
    private final CurrentCaller callers;
    private final Clock clock;

    PrintQueue(
            SheetMapper sheets,
            Prints prints,
            Documents documents,
            Merging merging,
            CurrentCaller callers,
            Clock clock) {
        this.sheets = sheets;
        this.prints = prints;
        this.documents = documents;
        this.merging = merging;
        this.callers = callers;
        this.clock = clock;
    }

    /** How many wait, counted no further than {@link #MOST}. */
    @Transactional(readOnly = true)
    public int count() {
        List<String> units = units();
        return units.isEmpty() ? 0 : sheets.count(units, MOST);
    }

    @Transactional(readOnly = true)
    List<Sheet> list(boolean printed) {
        List<String> units = units();
        if (units.isEmpty()) {
            return List.of();
        }
        return printed ? sheets.printed(units, MOST) : sheets.waiting(units, MOST);
    }

    /**
     * One file with all of them, in the order in which they were called for; each counts as printed from now on, and can
     * be printed again. Papers that nobody has written yet are written now.
     *
     * @throws InvalidInput when nothing was picked, or nothing of it can be printed yet
     * @throws NotFound when one of them is not of the caller's units
     */
    @Transactional
    byte[] print(List<Long> ids) {
        List<Sheet> taken = take(ids);
        taken.stream()
                .filter(sheet -> sheet.document() == null)
                .map(Sheet::dossier)
                .distinct()
                .forEach(dossier -> prints.prepare(new DossierNumber(dossier)));
        List<Sheet> ready = sheets.reread(ids).stream()
                .filter(sheet -> sheet.document() != null)
                .toList();
        if (ready.isEmpty()) {
            throw new InvalidInput(Problem.of("sheets", "nothing-to-print-yet"));
        }
        byte[] file = merging.merge(ready.stream()
                .map(sheet -> new DocumentId(UUID.fromString(Objects.requireNonNull(sheet.document()))))
                .map(id -> new Merging.Part(documents.load(id).mediaType(), documents.content(id)))
                .toList());
        mark(ready, 1);
        return file;
    }

    /** Nobody needs them on paper, or they were printed another way. */
    @Transactional
    void dismiss(List<Long> ids) {
        mark(take(ids), 0);
    }

    private List<Sheet> take(List<Long> ids) {
        if (ids.isEmpty()) {
            throw new InvalidInput(Problem.of("sheets", "no-paper-selected"));
        }
        if (ids.size() > MOST) {
            throw new InvalidInput(Problem.of("sheets", "too-many-selected", MOST));
        }
        List<String> units = units();
        List<Sheet> taken = units.isEmpty() ? List.of() : sheets.take(ids, units);
        if (taken.size() < ids.stream().distinct().count()) {
            throw new NotFound("document");
        }
        return taken;
    }

    private void mark(List<Sheet> done, int copies) {
        sheets.mark(done.stream().map(Sheet::id).toList(), callers.get().username(), clock.instant(), copies);
        done.forEach(
                sheet -> log.info("{} {} of {}", copies == 0 ? "dismissed" : "printed", sheet.code(), sheet.dossier()));
    }

    private List<String> units() {
        Predicate<Post> prints = post -> PRINTING.contains(post.duty());
        return callers.get().posts().stream()
                .filter(prints)
                .map(Post::unit)
                .distinct()
                .toList();
    }
}
