package vn.lienthong.procedure;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.procedure.script.CheckedScript;
import vn.lienthong.workflow.ProcessModel;
import vn.lienthong.workflow.ProcessModel.Node;
import vn.lienthong.workflow.ProcessModel.Outcome;

/** One edition with everything that lies in its folder, read and found consistent. */
public final class Procedure {

    private final Edition edition;
    private final ProcedureFolder folder;
    private final ProcessModel model;
    private final Map<String, FormSchema> forms;
    private final Map<String, FormSchema> sharedForms;
    private final Map<String, CheckedScript> scripts;
    private final Texts texts;

    Procedure(
            Edition edition,
            ProcedureFolder folder,
            ProcessModel model,
            Map<String, FormSchema> forms,
            Map<String, FormSchema> sharedForms,
            Map<String, CheckedScript> scripts,
            Texts texts) {
        this.edition = edition;
        this.folder = folder;
        this.model = model;
        this.forms = forms;
        this.sharedForms = sharedForms;
        this.scripts = scripts;
        this.texts = texts;
    }

    public Edition edition() {
        return edition;
    }

    public ProcedureFolder folder() {
        return folder;
    }

    /** The diagram. */
    public ProcessModel model() {
        return model;
    }

    public Texts texts() {
        return texts;
    }

    /** The edition's own form of that id or file name, otherwise one that all procedures share. */
    public Optional<FormSchema> form(String idOrKey) {
        return find(forms.values(), idOrKey).or(() -> find(sharedForms.values(), idOrKey));
    }

    private static Optional<FormSchema> find(Collection<FormSchema> forms, String idOrKey) {
        return forms.stream()
                .filter(form -> form.key().equals(idOrKey) || form.id().equals(idOrKey))
                .findFirst();
    }

    /** The edition's own forms. */
    public List<FormSchema> forms() {
        return List.copyOf(forms.values());
    }

    Optional<CheckedScript> script(String file) {
        return Optional.ofNullable(scripts.get(file));
    }

    /** What an element of the diagram is called: the folder's word for it, otherwise what the diagram says. */
    public String name(String elementId, Locale locale) {
        return texts.text(elementId, locale)
                .or(() -> model.node(elementId).map(Node::name).filter(name -> !name.isBlank()))
                .or(() -> model.flows().stream()
                        .filter(flow -> flow.id().equals(elementId))
                        .map(ProcessModel.Flow::name)
                        .filter(name -> !name.isBlank())
                        .findFirst())
                .orElse(elementId);
    }

    /** What one of a step's answers is called. */
    public String name(Outcome outcome, Locale locale) {
        return outcome.flow().isEmpty() ? outcome.id() : name(outcome.flow(), locale);
    }

    /** What a leg is called: the folder's word, otherwise what procedure.yml says. */
    public String nameOfLeg(String leg, Locale locale) {
        return texts.text("leg." + leg, locale)
                .or(() -> edition.leg(leg).map(found -> edition.nameOf(found, locale)))
                .orElse(leg);
    }
}
