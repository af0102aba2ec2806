package vn.lienthong.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Collects what the rules find; each thing once. */
final class Findings {

    /** Beyond this many nobody reads on; a designer fixes some and asks again. */
    private static final int MOST = 500;

    private final List<Finding> all = new ArrayList<>();

    void error(String rule, String element, @Nullable Object... args) {
        add(Finding.of(Severity.ERROR, rule, element, args));
    }

    void warning(String rule, String element, @Nullable Object... args) {
        add(Finding.of(Severity.WARNING, rule, element, args));
    }

    void add(Finding finding) {
        if (all.size() >= MOST) {
            return;
        }
        boolean known = all.stream()
                .anyMatch(one -> one.rule().equals(finding.rule())
                        && one.element().equals(finding.element())
                        && one.message(Locale.ENGLISH).equals(finding.message(Locale.ENGLISH)));
        if (!known) {
            all.add(finding);
        }
    }

    List<Finding> all() {
        return List.copyOf(all);
    }
}
