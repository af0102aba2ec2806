package vn.lienthong.design;

import java.text.MessageFormat;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import vn.lienthong.procedure.FormSchema;
import vn.lienthong.procedure.FormSchema.Field;
import vn.lienthong.procedure.Texts;
import vn.lienthong.workflow.ProcessModel.Flow;
import vn.lienthong.workflow.ProcessModel.Lane;
import vn.lienthong.workflow.ProcessModel.Node;

/** Whether everything an officer or a citizen reads is there in both languages. */
final class TextRules implements Rule {

    private static final String ENGLISH = "messages_en.properties";
    private static final String VIETNAMESE = "messages_vi.properties";

    @Override
    public void check(Subject subject, Findings findings) {
        Texts texts = subject.read().texts();
        Set<String> named = named(subject.graph());
        for (String id : named) {
            if (!texts.keys("en").contains(id)) {
                findings.error("missing-translation", id, ENGLISH, id);
            }
        }
        notices(texts, findings);
        problems(subject, texts, findings);
        forms(subject, findings);
        stale(subject, texts, named, findings);
    }

    /** What the procedure tells applicants in its own words: in both languages, as a sentence that can be filled in. */
    private static void notices(Texts texts, Findings findings) {
        for (String[] languages : new String[][] {{"vi", "en"}, {"en", "vi"}}) {
            for (String key : texts.keys(languages[0])) {
                if (!key.startsWith("notification.")) {
                    continue;
                }
                if (!texts.keys(languages[1]).contains(key)) {
                    String file = "messages_" + languages[1] + ".properties";
                    findings.error("missing-translation", file + ":" + key, file, key);
                }
                if (!readable(texts, key, languages[0])) {
                    findings.error("unreadable-notice", "messages_" + languages[0] + ".properties:" + key, key);
                }
            }
        }
    }

    private static boolean readable(Texts texts, String key, String language) {
        try {
            new MessageFormat(texts.text(key, Locale.forLanguageTag(language)).orElse(""));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Ids of what carries a name in the diagram. */
    private static Set<String> named(Graph graph) {
        var named = new LinkedHashSet<String>();
        for (Node node : graph.nodes()) {
            if (!node.name().isBlank()) {
                named.add(node.id());
            }
        }
        for (Flow flow : graph.model().flows()) {
            if (!flow.name().isBlank()) {
                named.add(flow.id());
            }
        }
        for (Lane lane : graph.model().lanes()) {
            if (!lane.name().isBlank()) {
                named.add(lane.id());
            }
        }
        return named;
    }

    private static void problems(Subject subject, Texts texts, Findings findings) {
        for (FormSchema form : subject.read().forms().values()) {
            for (Field field : form.fields()) {
                if (field.problem() == null) {
                    continue;
                }
                String key = "problem." + field.problem();
                String at = form.key() + ".form:" + field.place();
                if (!texts.keys("vi").contains(key)) {
                    findings.error("missing-translation", at, VIETNAMESE, key);
                }
                if (!texts.keys("en").contains(key)) {
                    findings.error("missing-translation", at, ENGLISH, key);
                }
            }
        }
    }

    private static void forms(Subject subject, Findings findings) {
        for (FormSchema form : subject.read().forms().values()) {
            for (String place : form.untranslated()) {
                findings.error("form-text-missing", form.key() + ".form:" + place);
            }
        }
    }

    /** Words for what is no longer there; most likely an id was changed in one place only. */
    private static void stale(Subject subject, Texts texts, Set<String> named, Findings findings) {
        var known = new HashSet<>(named);
        known.add(subject.graph().model().id());
        subject.graph().nodes().forEach(node -> known.add(node.id()));
        subject.graph().model().flows().forEach(flow -> known.add(flow.id()));
        subject.edition().legs().forEach(leg -> known.add("leg." + leg.id()));
        for (String language : new String[] {"vi", "en"}) {
            for (String key : texts.keys(language)) {
                boolean element = Character.isUpperCase(key.charAt(0)) || key.startsWith("leg.");
                if (element && !known.contains(key)) {
                    findings.warning("stale-text", "messages_" + language + ".properties:" + key, key);
                }
            }
        }
    }
}
