package vn.lienthong.worklist;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.procedure.FormSchema;
import vn.lienthong.procedure.Forms;
import vn.lienthong.workflow.ProcessModel;
import vn.lienthong.workflow.ProcessModels;

/** What a step asks of an officer: its form and its possible outcomes. */
@Component
class StepForms {

    /** What the paths of faults in the answers begin with. */
    private static final String PREFIX = "data";

    private final ProcessModels models;
    private final Forms forms;

    StepForms(ProcessModels models, Forms forms) {
        this.models = models;
        this.forms = forms;
    }

    List<ProcessModel.Outcome> outcomes(Line line) {
        return models.of(line.process()).outcomes(line.step());
    }

    /** The form for the viewer; empty for a step without one. */
    Map<String, Object> schema(Line line, Locale locale) {
        return form(line).map(form -> form.localised(locale)).orElseGet(Map::of);
    }

    /** What the dossier knows already of what the form asks. */
    Map<String, @Nullable Object> prefilled(Line line, Map<String, Object> content) {
        return form(line).map(form -> forms.prefilled(form, content)).orElseGet(LinkedHashMap::new);
    }

    /** What the form's conditions ask of the rest of the dossier. */
    Map<String, @Nullable Object> surroundings(Line line, Map<String, Object> content) {
        return form(line).map(form -> forms.surroundings(form, content)).orElseGet(LinkedHashMap::new);
    }

    Forms.Filled fill(Line line, Map<String, Object> content, @Nullable Map<String, @Nullable Object> answers) {
        Optional<FormSchema> form = form(line);
        if (form.isEmpty()) {
            return new Forms.Filled(Map.of(), List.of());
        }
        Map<String, @Nullable Object> given =
                answers == null || answers.isEmpty() ? forms.prefilled(form.get(), content) : answers;
        return forms.fill(form.get(), content, given, PREFIX);
    }

    Optional<FormSchema> form(Line line) {
        String ref = models.of(line.process()).require(line.step()).attributes().get("formRef");
        return ref == null ? Optional.empty() : Optional.of(forms.form(line.process(), ref));
    }
}
