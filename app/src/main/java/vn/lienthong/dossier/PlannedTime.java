package vn.lienthong.dossier;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.agency.calendar.Budget;
import vn.lienthong.agency.calendar.BudgetUnit;

/** What the parts that were chosen may take together, which is less than the procedure allows at most. */
final class PlannedTime {

    /** One leg of this dossier. */
    record Part(String leg, @Nullable String after, Budget budget) {}

    private PlannedTime() {}

    /** The slowest chain of legs that wait for each other; empty where its units cannot be added up. */
    static Optional<Budget> of(List<Part> parts) {
        if (parts.size() == 1) {
            return Optional.of(parts.get(0).budget());
        }
        boolean days = parts.stream()
                .map(part -> part.budget().unit())
                .allMatch(unit -> unit == BudgetUnit.WORKING_DAY || unit == BudgetUnit.SAME_DAY);
        if (!days) {
            return Optional.empty();
        }
        Map<String, Part> known = new HashMap<>();
        parts.forEach(part -> known.put(part.leg(), part));
        return parts.stream()
                .map(part -> chain(part, known))
                .max(Integer::compare)
                .map(amount -> Budget.of(amount, BudgetUnit.WORKING_DAY));
    }

    private static int chain(Part last, Map<String, Part> known) {
        int days = 0;
        @Nullable Part part = last;
        for (int i = 0; part != null && i < known.size(); i++) {
            days += part.budget().unit() == BudgetUnit.SAME_DAY
                    ? 1
                    : part.budget().amount();
            part = part.after() == null ? null : known.get(part.after());
        }
        return days;
    }
}
