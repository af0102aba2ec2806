package vn.lienthong.procedure;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lienthong.command.NotFound;
import vn.lienthong.workflow.ProcessRef;

/**
 * Which procedures there are, and which edition of each is in force on a day: those the application brings, and those
 * that were published while it ran.
 */
public class Catalogue {

    private final List<Procedure> shipped;
    private final Map<String, List<SharedLists.Entry>> sharedLists;
    private final Supplier<Published> published;

    private volatile Content content;

    /**
     * What was decided while the application ran.
     *
     * @param revision grows with every decision
     * @param withdrawn editions by which nothing more is received; their dossiers go on being read
     */
    record Published(long revision, List<Procedure> procedures, Set<ProcessRef> withdrawn) {

        static final Published NOTHING = new Published(0, List.of(), Set.of());
    }

    /** Editions by key and day, and by what dossiers keep of them; never changed once it was made. */
    private record Content(
            long revision,
            Map<String, NavigableMap<LocalDate, Procedure>> procedures,
            Map<ProcessRef, Procedure> editions,
            Set<ProcessRef> withdrawn) {

        static Content of(Collection<Procedure> shipped, Published published) {
            Map<String, NavigableMap<LocalDate, Procedure>> all = new TreeMap<>();
            for (Collection<Procedure> some : List.of(published.procedures(), shipped)) {
                for (Procedure procedure : some) {
                    all.computeIfAbsent(procedure.edition().key(), key -> new TreeMap<>())
                            .put(procedure.edition().effectiveOn(), procedure);
                }
            }
            Map<ProcessRef, Procedure> editions = all.values().stream()
                    .flatMap(days -> days.values().stream())
                    .collect(Collectors.toMap(procedure -> procedure.edition().ref(), Function.identity()));
            return new Content(published.revision(), all, editions, published.withdrawn());
        }

        NavigableMap<LocalDate, Procedure> editions(String key) {
            return procedures.getOrDefault(key, new TreeMap<>());
        }

        Optional<Edition> inForce(String key, LocalDate on, Predicate<Edition> applies) {
            return editions(key).headMap(on, true).descendingMap().values().stream()
                    .map(Procedure::edition)
                    .filter(edition -> !withdrawn.contains(edition.ref()))
                    .filter(applies)
                    .findFirst();
        }
    }

    private Catalogue(
            List<Procedure> shipped, Map<String, List<SharedLists.Entry>> sharedLists, Supplier<Published> published) {
        this.shipped = shipped;
        this.sharedLists = sharedLists;
        this.published = published;
        this.content = Content.of(shipped, Published.NOTHING);
    }

    /**
     * Reads all folders.
     *
     * @param directory a place outside the class path that holds {@code procedures/} and {@code forms/}; null for none
     * @throws CatalogueRefused naming every fault of every folder
     */
    public static Catalogue read(ClassLoader classPath, @Nullable Path directory) {
        return read(ProcedureFolders.find(classPath, directory), () -> Published.NOTHING);
    }

    /** @param published asked before every look, so it has to answer from memory nearly always */
    static Catalogue read(ProcedureFolders.Found found, Supplier<Published> published) {
        var faults = new ArrayList<>(found.faults());
        var lists = SharedLists.read(found.sharedLists(), faults);
        var procedures = new ArrayList<Procedure>();
        for (ProcedureFolder folder : found.folders()) {
            ProcedureReader.Result result = ProcedureReader.read(folder);
            for (Fault fault : result.faults()) {
                faults.add(new Fault(folder.ref() + "/" + fault.file(), fault.place(), fault.code(), fault.args()));
            }
            if (result.procedure() != null) {
                procedures.add(result.procedure());
            }
        }
        if (!faults.isEmpty()) {
            throw new CatalogueRefused(faults);
        }
        return new Catalogue(List.copyOf(procedures), lists, published);
    }

    private Content content() {
        Published now = published.get();
        Content known = content;
        if (now.revision() != known.revision()) {
            known = Content.of(shipped, now);
            content = known;
        }
        return known;
    }

    /** Every edition of every procedure, by key and day; those that were withdrawn too. */
    public List<Procedure> all() {
        return content().procedures().values().stream()
                .flatMap(editions -> editions.values().stream())
                .toList();
    }

    /** What the application brings itself. */
    public List<Procedure> shipped() {
        return shipped;
    }

    /** For each procedure the edition in force on that day, pilots left aside. */
    public List<Edition> inForce(LocalDate on) {
        return inForce(on, edition -> edition.pilot() == null);
    }

    /**
     * For each procedure the edition by which an agency receives on that day.
     *
     * @param agencyCode code of the agency
     */
    public List<Edition> inForce(LocalDate on, String agencyCode) {
        return inForce(on, edition -> edition.appliesAt(agencyCode));
    }

    private List<Edition> inForce(LocalDate on, Predicate<Edition> applies) {
        Content now = content();
        return now.procedures().keySet().stream()
                .map(key -> now.inForce(key, on, applies).orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * The latest edition that took effect on that day or before, pilots left aside.
     *
     * @throws NotFound when there is no such procedure, or none yet
     */
    public Edition edition(String key, LocalDate on) {
        return content()
                .inForce(key, on, edition -> edition.pilot() == null)
                .orElseThrow(() -> new NotFound("procedure"));
    }

    /**
     * The edition by which an agency receives on that day; a pilot where it takes part in one.
     *
     * @param agencyCode code of the agency
     * @throws NotFound when there is no such procedure, or none yet
     */
    public Edition edition(String key, LocalDate on, String agencyCode) {
        return content()
                .inForce(key, on, edition -> edition.appliesAt(agencyCode))
                .orElseThrow(() -> new NotFound("procedure"));
    }

    public Edition edition(ProcessRef ref) {
        return procedure(ref).edition();
    }

    /** The edition with its forms, words and diagram. */
    public Procedure procedure(ProcessRef ref) {
        return find(ref).orElseThrow(() -> new NoSuchElementException("no edition " + ref));
    }

    /** The same; empty when there is none. */
    public Optional<Procedure> find(ProcessRef ref) {
        return Optional.ofNullable(content().editions().get(ref));
    }

    /** Whether nothing more is received by it. */
    public boolean isWithdrawn(ProcessRef ref) {
        return content().withdrawn().contains(ref);
    }

    Map<String, List<SharedLists.Entry>> sharedLists() {
        return sharedLists;
    }

    /** The days on which editions of a procedure take or took effect. */
    public List<LocalDate> editions(String key) {
        return List.copyOf(content().editions(key).keySet());
    }
}
