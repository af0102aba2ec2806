package vn.lienthong.dossier.reception;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.lienthong.command.FieldProblem;
import vn.lienthong.command.Problem;
import vn.lienthong.command.ProblemDetails;

/** The page about how a dossier came: who helped to file it online, or which parcel brought it and when. */
@Component
class IntakePage {

    private static final String OTHER = "OTHER";

    /** Messages with what is asked, by field. */
    private static final Map<String, String> QUESTIONS = Map.of(
            "intake.waybill", "waybill",
            "intake.arrivedOn", "arrived",
            "intake.helper.fullName", "helper.name",
            "intake.helper.identityNumber", "helper-identity");

    private final DraftFaces faces;
    private final OwnDrafts drafts;
    private final Wizard wizard;
    private final ProblemDetails problems;
    private final MessageSource messages;

    IntakePage(DraftFaces faces, OwnDrafts drafts, Wizard wizard, ProblemDetails problems, MessageSource messages) {
        this.faces = faces;
        this.drafts = drafts;
        this.wizard = wizard;
        this.problems = problems;
        this.messages = messages;
    }

    String show(Draft draft, Map<String, Object> intake, List<Problem> faults, Model model, Locale locale) {
        faces.frame(draft, model, locale);
        model.addAttribute("topicName", wizard.name(draft, Wizard.INTAKE, locale));
        model.addAttribute("intake", intake);
        model.addAttribute("helper", intake.get("helper"));
        model.addAttribute("officer", drafts.officer().fullName());
        model.addAttribute("problems", named(faults, locale));
        return "dossier/reception/intake";
    }

    /** Faults with what was asked before them. */
    List<FieldProblem> named(List<Problem> faults, Locale locale) {
        return problems.inWords(faults, locale).stream()
                .map(fault -> fault.after(question(fault.field(), locale)))
                .toList();
    }

    private String question(String field, Locale locale) {
        String key = QUESTIONS.get(field);
        return key == null ? "" : messages.getMessage("dossier.intake." + key, null, locale) + ": ";
    }

    /** The fields of the page as an application says them. */
    static Map<String, Object> entered(String channel, Map<String, String> fields) {
        Map<String, Object> intake = new LinkedHashMap<>();
        if (channel.equals("POST")) {
            take(fields, "intake.waybill", intake, "waybill");
            take(fields, "intake.arrivedOn", intake, "arrivedOn");
        } else if (OTHER.equals(fields.get("helps"))) {
            Map<String, Object> helper = new LinkedHashMap<>();
            take(fields, "intake.helper.fullName", helper, "fullName");
            take(fields, "intake.helper.organisation", helper, "organisation");
            take(fields, "intake.helper.identityNumber", helper, "identityNumber");
            intake.put("helper", helper);
        }
        return intake;
    }

    private static void take(Map<String, String> fields, String field, Map<String, Object> to, String name) {
        String value = fields.getOrDefault(field, "").strip();
        if (!value.isEmpty()) {
            to.put(name, value);
        }
    }
}
