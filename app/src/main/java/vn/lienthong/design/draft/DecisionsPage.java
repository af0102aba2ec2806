package vn.lienthong.design.draft;

import java.util.List;
import java.util.Locale;

/** What a person must decide, and which papers there are, as pages to tick off. */
final class DecisionsPage {

    private DecisionsPage() {}

    static String of(Plan plan, Locale locale) {
        var page = new StringBuilder("# ")
                .append(plain(plan.name()))
                .append("\n\n")
                .append(words("intro", locale))
                .append('\n');
        section(
                page,
                "contradictions",
                plan.decisions().stream().filter(Decision::contradicts).toList(),
                locale);
        section(
                page,
                "questions",
                plan.decisions().stream()
                        .filter(decision ->
                                !decision.contradicts() && !decision.code().startsWith("decide-"))
                        .toList(),
                locale);
        section(
                page,
                "never-said",
                plan.decisions().stream()
                        .filter(decision -> decision.code().startsWith("decide-"))
                        .toList(),
                locale);
        return page.toString();
    }

    static String checklist(Plan plan, Locale locale) {
        var page = new StringBuilder("# ").append(words("checklist", locale)).append("\n\n");
        for (Plan.Paper paper : plan.papers()) {
            page.append("- [ ] ")
                    .append(plain(paper.name()))
                    .append(" (")
                    .append(words(paper.required() ? "required" : "not-required", locale))
                    .append("; ")
                    .append(String.join(", ", paper.forms()))
                    .append(") `")
                    .append(paper.code())
                    .append("`\n");
        }
        return page.toString();
    }

    private static void section(StringBuilder page, String key, List<Decision> decisions, Locale locale) {
        page.append("\n## ")
                .append(words(key, locale))
                .append(" (")
                .append(decisions.size())
                .append(")\n\n");
        decisions.forEach(decision ->
                page.append("- [ ] ").append(plain(decision.sentence(locale))).append('\n'));
    }

    private static String words(String key, Locale locale) {
        return Decision.words("design.draft.page." + key, locale);
    }

    /** One line, whatever the text was. */
    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
