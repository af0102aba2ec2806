package vn.lienthong.dossier.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import vn.lienthong.command.FieldProblem;
import vn.lienthong.procedure.FormSchema;

/**
 * Faults for a summary above a form: each begins with what was asked, "Ngày cấp: …", and leads to its field. They follow each
 * other as the fields do; what is no field of the form comes last.
 */
public final class FaultsInAForm {

    private static final String PREFIX = "data.";

    private FaultsInAForm() {}

    /** @param schema the form in the reader's language */
    public static List<FieldProblem> named(List<FieldProblem> faults, Map<String, Object> schema) {
        Map<String, String> questions = FormSchema.questions(schema);
        List<String> order = List.copyOf(questions.keySet());
        return faults.stream()
                .sorted(Comparator.comparingInt(fault -> place(order, path(fault))))
                .map(fault -> {
                    String path = path(fault);
                    String question = questions.get(path);
                    return question == null ? fault : fault.at(PREFIX + path).after(question + ": ");
                })
                .toList();
    }

    private static String path(FieldProblem fault) {
        return fault.field().startsWith(PREFIX) ? fault.field().substring(PREFIX.length()) : fault.field();
    }

    private static int place(List<String> order, String path) {
        int place = order.indexOf(path);
        return place < 0 ? order.size() : place;
    }
}
