package vn.lienthong.procedure;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lienthong.workflow.ProcessRef;

/**
 * The files of one edition as they lie in its folder, wherever they came from.
 *
 * @param files by name: procedure.yml, diagrams, decision tables, scripts, messages
 * @param forms the edition's forms by key, which is the file name without {@code .form}
 * @param sharedForms forms that every procedure may use, by key
 */
public record ProcedureFolder(
        ProcessRef ref, Map<String, byte[]> files, Map<String, byte[]> forms, Map<String, byte[]> sharedForms) {

    public static final String DESCRIPTION = "procedure.yml";

    private static final Set<String> OWN = Set.of(DESCRIPTION, "scenarios.yml");

    public ProcedureFolder {
        files = Collections.unmodifiableMap(new TreeMap<>(files));
        forms = Collections.unmodifiableMap(new TreeMap<>(forms));
        sharedForms = Collections.unmodifiableMap(new TreeMap<>(sharedForms));
    }

    /**
     * The folder with what it keeps of the edition it is based on: every file and form that it does not bring itself. A
     * description and stories are always its own.
     *
     * @param others finds the folder of another edition; null when there is none
     */
    public ProcedureFolder completed(Function<ProcessRef, @Nullable ProcedureFolder> others) {
        ProcedureFolder base = EditionReader.basedOn(this)
                .map(day -> others.apply(new ProcessRef(ref.procedure(), day)))
                .orElse(null);
        if (base == null) {
            return this;
        }
        ProcedureFolder whole = base.completed(others);
        var allFiles = new TreeMap<>(whole.files);
        OWN.forEach(allFiles::remove);
        allFiles.putAll(files);
        var allForms = new TreeMap<>(whole.forms);
        allForms.putAll(forms);
        return new ProcedureFolder(ref, allFiles, allForms, sharedForms);
    }

    public Optional<byte[]> file(String name) {
        return Optional.ofNullable(files.get(name));
    }

    /** Diagrams and decision tables; forms, scripts and words stay with the catalogue. */
    public Map<String, byte[]> ofTheEngine() {
        return files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(".bpmn") || file.getKey().endsWith(".dmn"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public @Nullable String text(String name) {
        byte[] bytes = files.get(name);
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    /** The diagram: the one file that is named as the folder. */
    public String diagram() {
        return ref.procedure() + ".bpmn";
    }
}
