package vn.lienthong.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The names of acts: {@code audit.act.<key>} in the messages. A page and the API that do the same share one. */
final class Acts {

    private Acts() {}

    /** {@code POST /api/v1/tasks/{taskId}/complete} is {@code post.tasks.complete}. */
    static String key(String act) {
        return Arrays.stream(act.split("[ /]"))
                .filter(part -> !part.isEmpty() && !part.startsWith("{"))
                .map(part -> part.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("."))
                .replace(".api.v1.", ".");
    }
}
