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
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.lienthong.command.NotFound;
import vn.lienthong.workflow.ProcessRef;

/** Which procedures there are, and which edition of each is in force on a day. */
public class Catalogue {

    /** Editions by key and day; never changed after it was read. */
    private final Map<String, NavigableMap<LocalDate, Procedure>> procedures = new TreeMap<>();

    private final Map<String, List<SharedLists.Entry>> sharedLists;

    private Catalogue(Collection<Procedure> all, Map<String, List<SharedLists.Entry>> sharedLists) {
        this.sharedLists = sharedLists;
        for (Procedure procedure : all) {
            procedures
                    .computeIfAbsent(procedure.edition().key(), key -> new TreeMap<>())
                    .put(procedure.edition().effectiveOn(), procedure);
        }
    }

    /**
     * Reads all folders.
     *
     * @param directory a place outside the class path that holds {@code procedures/} and {@code forms/}; null for none
     * @throws CatalogueRefused naming every fault of every folder
     */
    public static Catalogue read(ClassLoader classPath, @Nullable Path directory) {
        ProcedureFolders.Found found = ProcedureFolders.find(classPath, directory);
        return read(found);
    }

    static Catalogue read(ProcedureFolders.Found found) {
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
        return new Catalogue(procedures, lists);
    }

    /** Every edition of every procedure, by key and day. */
    public List<Procedure> all() {
        return procedures.values().stream()
                .flatMap(editions -> editions.values().stream())
                .toList();
    }

    /** For each procedure the edition in force on that day. */
    public List<Edition> inForce(LocalDate on) {
        return procedures.values().stream()
                .map(editions -> editions.floorEntry(on))
                .filter(Objects::nonNull)
                .map(entry -> entry.getValue().edition())
                .toList();
    }

    /**
     * The latest edition that took effect on that day or before.
     *
     * @throws NotFound when there is no such procedure, or none yet
     */
    public Edition edition(String key, LocalDate on) {
        return Optional.ofNullable(procedures.get(key))
                .map(editions -> editions.floorEntry(on))
                .map(entry -> entry.getValue().edition())
                .orElseThrow(() -> new NotFound("procedure"));
    }

    public Edition edition(ProcessRef ref) {
        return procedure(ref).edition();
    }

    /** The edition with its forms, words and diagram. */
    public Procedure procedure(ProcessRef ref) {
        Procedure procedure =
                procedures.getOrDefault(ref.procedure(), new TreeMap<>()).get(LocalDate.parse(ref.edition()));
        if (procedure == null) {
            throw new NoSuchElementException("no edition " + ref);
        }
        return procedure;
    }

    Map<String, List<SharedLists.Entry>> sharedLists() {
        return sharedLists;
    }

    /** The days on which editions of a procedure take or took effect. */
    public List<LocalDate> editions(String key) {
        return List.copyOf(procedures.getOrDefault(key, new TreeMap<>()).keySet());
    }
}
