package vn.lienthong.procedure;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lienthong.procedure.script.CheckedScript;
import vn.lienthong.procedure.script.ScriptException;
import vn.lienthong.workflow.ProcessModel;
import vn.lienthong.workflow.ProcessModels;
import vn.lienthong.workflow.UnreadableModel;

/** Reads a whole folder and finds everything that is wrong with it before anything is deployed. */
public final class ProcedureReader {

    private final ProcedureFolder folder;
    private final List<Fault> faults = new ArrayList<>();

    private ProcedureReader(ProcedureFolder folder) {
        this.folder = folder;
    }

    /**
     * What came out of a folder; the parts that could be read are there even when others could not.
     *
     * @param procedure null when there are faults
     */
    public record Result(
            @Nullable Procedure procedure,
            @Nullable Edition edition,
            @Nullable ProcessModel model,
            Map<String, FormSchema> forms,
            Map<String, FormSchema> sharedForms,
            Texts texts,
            List<Fault> faults) {

        /** The edition's own form of that id or file name, otherwise a shared one; null when there is none. */
        public @Nullable FormSchema form(String idOrKey) {
            for (var some : List.of(forms, sharedForms)) {
                for (FormSchema form : some.values()) {
                    if (form.key().equals(idOrKey) || form.id().equals(idOrKey)) {
                        return form;
                    }
                }
            }
            return null;
        }
    }

    public static Result read(ProcedureFolder folder) {
        return new ProcedureReader(folder).read();
    }

    private Result read() {
        EditionReader.Result description = EditionReader.read(folder);
        faults.addAll(description.faults());
        Edition edition = description.edition();
        ProcessModel model = model();
        Map<String, FormSchema> forms = forms(folder.forms(), "");
        Map<String, FormSchema> shared = forms(folder.sharedForms(), "shared/");
        Map<String, CheckedScript> scripts = scripts();
        Texts texts = Texts.read(folder, faults);
        if (edition != null) {
            named(edition, forms, shared);
        }
        Procedure procedure = edition == null || model == null || !faults.isEmpty()
                ? null
                : new Procedure(edition, folder, model, forms, shared, scripts, texts);
        return new Result(procedure, edition, model, forms, shared, texts, List.copyOf(faults));
    }

    private @Nullable ProcessModel model() {
        byte[] bpmn = folder.files().get(folder.diagram());
        if (bpmn == null) {
            faults.add(Fault.of(folder.diagram(), "", "no-diagram", folder.diagram()));
            return null;
        }
        try {
            return ProcessModels.parse(bpmn);
        } catch (UnreadableModel e) {
            faults.add(Fault.of(folder.diagram(), "", "not-bpmn", e.getMessage()));
            return null;
        } catch (StackOverflowError e) {
            faults.add(Fault.of(folder.diagram(), "", "too-deep"));
            return null;
        }
    }

    private Map<String, FormSchema> forms(Map<String, byte[]> files, String directory) {
        var forms = new LinkedHashMap<String, FormSchema>();
        files.forEach((key, json) -> {
            FormSchema form = FormReader.read(directory + key + ".form", json, faults);
            if (form != null) {
                forms.put(key, form);
            }
        });
        return forms;
    }

    private Map<String, CheckedScript> scripts() {
        var scripts = new LinkedHashMap<String, CheckedScript>();
        folder.files().forEach((name, bytes) -> {
            if (name.endsWith(".groovy")) {
                try {
                    scripts.put(
                            name,
                            CheckedScript.read(name, new String(bytes, StandardCharsets.UTF_8), Computing.INPUTS));
                } catch (ScriptException e) {
                    faults.add(Computing.fault(e));
                }
            }
        });
        return scripts;
    }

    /** Everything that procedure.yml names must be there. */
    private void named(Edition edition, Map<String, FormSchema> forms, Map<String, FormSchema> shared) {
        for (int i = 0; i < edition.application().size(); i++) {
            String topic = edition.application().get(i);
            if (!forms.containsKey(topic) && !shared.containsKey(topic)) {
                fault("application[" + i + "]", topic + ".form");
            }
        }
        if (edition.fee() != null && edition.fee().script() != null) {
            String script = edition.fee().script();
            if (!folder.files().containsKey(script)) {
                fault("fee.script", script);
            }
        }
        if (edition.legsDecision() != null && !folder.files().containsKey(edition.legsDecision() + ".dmn")) {
            fault("legsDecision", edition.legsDecision() + ".dmn");
        }
    }

    private void fault(String place, String file) {
        faults.add(Fault.of(ProcedureFolder.DESCRIPTION, place, "file-missing", file));
    }
}
