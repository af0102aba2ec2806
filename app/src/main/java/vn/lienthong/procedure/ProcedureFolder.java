package vn.lienthong.procedure;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

    public ProcedureFolder {
        files = Collections.unmodifiableMap(new TreeMap<>(files));
        forms = Collections.unmodifiableMap(new TreeMap<>(forms));
        sharedForms = Collections.unmodifiableMap(new TreeMap<>(sharedForms));
    }

    public Optional<byte[]> file(String name) {
        return Optional.ofNullable(files.get(name));
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
