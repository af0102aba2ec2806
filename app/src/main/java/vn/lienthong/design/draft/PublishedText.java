package vn.lienthong.design.draft;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A procedure in the words of its publication; empty where it says nothing. */
record PublishedText(
        String code,
        String key,
        String edition,
        String name,
        String nameEn,
        String sector,
        List<String> channels,
        List<String> legalBasis,
        List<Agency> agencies,
        List<Limit> timeLimits,
        List<Fee> fees,
        List<PaperText> papers,
        List<StepText> steps,
        List<String> results) {

    record Agency(String name, String part) {}

    record Limit(String channel, String limit) {}

    record Fee(String channel, String name, String amount) {}

    /** @param originals how many; −1 when it is not said, as with copies */
    record PaperText(String name, String form, int originals, int copies) {}

    record StepText(String text, String agency, String limit) {}

    /** @param tree which the schema has found nothing wrong with */
    static PublishedText of(Map<String, Object> tree) {
        return new PublishedText(
                text(tree, "code"),
                text(tree, "key"),
                text(tree, "edition"),
                text(tree, "name"),
                text(tree, "nameEn"),
                text(tree, "sector"),
                texts(tree.get("channels")),
                texts(tree.get("legalBasis")),
                objects(tree.get("agencies")).stream()
                        .map(agency -> new Agency(text(agency, "name"), text(agency, "part")))
                        .toList(),
                objects(tree.get("timeLimits")).stream()
                        .map(limit -> new Limit(text(limit, "channel"), text(limit, "limit")))
                        .toList(),
                objects(tree.get("fees")).stream()
                        .map(fee -> new Fee(text(fee, "channel"), text(fee, "name"), text(fee, "amount")))
                        .toList(),
                objects(tree.get("papers")).stream()
                        .map(paper -> new PaperText(
                                text(paper, "name"),
                                text(paper, "form"),
                                number(paper.get("originals")),
                                number(paper.get("copies"))))
                        .toList(),
                objects(tree.get("steps")).stream()
                        .map(step -> new StepText(text(step, "text"), text(step, "agency"), text(step, "limit")))
                        .toList(),
                texts(tree.get("results")));
    }

    private static String text(Map<String, Object> tree, String key) {
        Object value = tree.get(key);
        return value == null ? "" : value.toString().strip().replaceAll("\\s+", " ");
    }

    private static int number(@Nullable Object value) {
        return value instanceof Number number ? number.intValue() : -1;
    }

    private static List<String> texts(@Nullable Object list) {
        return list instanceof List<?> items
                ? items.stream().map(item -> String.valueOf(item).strip()).toList()
                : List.of();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> objects(@Nullable Object list) {
        return list instanceof List<?> items
                ? items.stream().map(item -> (Map<String, Object>) item).toList()
                : List.of();
    }
}
