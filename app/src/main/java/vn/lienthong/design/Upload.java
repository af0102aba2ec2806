package vn.lienthong.design;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;
import vn.lienthong.procedure.ProcedureFolder;
import vn.lienthong.workflow.ProcessRef;

/** The files of one folder as a browser or curl sends them: with their path, with part of it, or by name alone. */
final class Upload {

    private static final Pattern PLACED = Pattern.compile("(?:.*/)?([a-z0-9-]+)/(\\d{4}-\\d{2}-\\d{2})/([^/]+)");

    /** It becomes part of addresses and of names in the engine. */
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,59}");

    private static final String FORM = ".form";
    private static final String DIAGRAM = ".bpmn";

    private @Nullable String procedure;
    private @Nullable String edition;
    private final Map<String, byte[]> files = new HashMap<>();
    private final Map<String, byte[]> forms = new HashMap<>();

    Upload(@Nullable String procedure, @Nullable String edition) {
        this.procedure = procedure;
        this.edition = edition;
    }

    void add(String path, byte[] content) {
        String plain = path.replace('\\', '/');
        Matcher placed = PLACED.matcher(plain);
        if (placed.matches()) {
            procedure = procedure == null ? placed.group(1) : procedure;
            edition = edition == null ? placed.group(2) : edition;
        }
        String name = plain.substring(plain.lastIndexOf('/') + 1);
        if (name.endsWith(FORM)) {
            forms.put(name.substring(0, name.length() - FORM.length()), content);
        } else {
            files.put(name, content);
        }
    }

    /**
     * The folder, said or shown by the paths; nothing is guessed.
     *
     * @throws InvalidInput when it does not appear which procedure it is, or from which day on
     */
    ProcedureFolder named(LocalDate today, Map<String, byte[]> sharedForms) {
        List<Problem> problems = new ArrayList<>();
        if (procedure == null && diagram().isEmpty()) {
            problems.add(Problem.of("procedure", "required"));
        }
        if (procedure != null && !KEY.matcher(procedure).matches()) {
            problems.add(Problem.of("procedure", "malformed"));
        }
        if (edition == null) {
            problems.add(Problem.of("edition", "required"));
        }
        InvalidInput.ifAny(problems);
        return folder(today, sharedForms);
    }

    private Optional<String> diagram() {
        return files.keySet().stream()
                .filter(name -> name.endsWith(DIAGRAM))
                .sorted()
                .findFirst()
                .map(name -> name.substring(0, name.length() - DIAGRAM.length()));
    }

    ProcedureFolder folder(LocalDate today, Map<String, byte[]> sharedForms) {
        String key = Optional.ofNullable(procedure).or(this::diagram).orElse("procedure");
        String day = edition == null ? today.toString() : edition;
        return new ProcedureFolder(new ProcessRef(key, day), files, forms, sharedForms);
    }
}
