package vn.lienthong.dossier.web;

import java.util.List;
import java.util.Map;
import vn.lienthong.command.FieldProblem;
import vn.lienthong.procedure.FormSchema;

/** Faults for a summary above a form: each begins with what was asked, "Ngày cấp: …", and leads to its field. */
public final class FaultsInAForm {

    private static final String PREFIX = "data.";

    private FaultsInAForm() {}

    /** @param schema the form in the reader's language */
    public static List<FieldProblem> named(List<FieldProblem> faults, Map<String, Object> schema) {
        Map<String, String> questions = FormSchema.questions(schema);
        return faults.stream()
                .map(fault -> {
                    String path =
                            fault.field().startsWith(PREFIX) ? fault.field().substring(PREFIX.length()) : fault.field();
                    String question = questions.get(path);
                    return question == null ? fault : fault.at(PREFIX + path).after(question + ": ");
                })
                .toList();
    }
}
