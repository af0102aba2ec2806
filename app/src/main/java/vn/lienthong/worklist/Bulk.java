package vn.lienthong.worklist;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.command.Forbidden;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.NotFound;
import vn.lienthong.command.Problem;
import vn.lienthong.command.Refused;

/** The same command for many steps, each for itself: what is refused for one leaves the others done. */
@Component
public class Bulk {

    static final int MOST = Worklist.LONGEST_PAGE;

    private final Claiming claiming;
    private final Overseeing overseeing;
    private final TransactionTemplate eachOnItsOwn;

    Bulk(Claiming claiming, Overseeing overseeing, PlatformTransactionManager transactions) {
        this.claiming = claiming;
        this.overseeing = overseeing;
        this.eachOnItsOwn = new TransactionTemplate(transactions);
        // Nested, not new: within a command that carries an idempotency key, what was done and the answer that is
        // remembered commit together.
        eachOnItsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** What became of one step: {@code refusal} is null when it was done. */
    public record Answer(String taskId, @Nullable RuntimeException refusal) {}

    /** @param action {@code claim}, {@code release}, {@code assign}, {@code recall}, {@code raise} or {@code lower} */
    public List<Answer> run(
            @Nullable String action,
            @Nullable List<@Nullable String> taskIds,
            @Nullable String officer,
            @Nullable String reason) {
        Consumer<String> command = command(action == null ? "" : action, officer, reason);
        List<String> selected = taskIds == null
                ? List.of()
                : taskIds.stream().map(taskId -> taskId == null ? "" : taskId).toList();
        List<Problem> faults = new ArrayList<>();
        if (command == null) {
            faults.add(Problem.of("action", "bulk-action-unknown"));
        }
        if (selected.isEmpty()) {
            faults.add(Problem.of("taskIds", "nothing-selected"));
        } else if (selected.size() > MOST) {
            faults.add(Problem.of("taskIds", "too-many-selected", MOST));
        }
        if ("assign".equals(action) && (officer == null || officer.isBlank())) {
            faults.add(Problem.of("officer", "required"));
        }
        if ("recall".equals(action) && (reason == null || reason.isBlank())) {
            faults.add(Problem.of("reason", "required"));
        }
        if (command == null || !faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return new LinkedHashSet<>(selected)
                .stream().map(taskId -> one(taskId, command)).toList();
    }

    private @Nullable Consumer<String> command(String action, @Nullable String officer, @Nullable String reason) {
        return switch (action) {
            case "claim" -> claiming::claim;
            case "release" -> claiming::release;
            case "assign" -> taskId -> claiming.assign(taskId, officer, reason);
            case "recall" -> taskId -> overseeing.recall(taskId, reason);
            case "raise" -> overseeing::raise;
            case "lower" -> overseeing::lower;
            default -> null;
        };
    }

    private Answer one(String taskId, Consumer<String> action) {
        try {
            eachOnItsOwn.executeWithoutResult(status -> action.accept(taskId));
            return new Answer(taskId, null);
        } catch (Refused | InvalidInput | Forbidden | NotFound refusal) {
            return new Answer(taskId, refusal);
        }
    }
}
