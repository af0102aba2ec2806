package vn.lienthong.worklist;

import java.time.LocalDate;
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
import vn.lienthong.command.FreeText;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.NotFound;
import vn.lienthong.command.Problem;
import vn.lienthong.command.Refused;

/** The same command for many steps, each for itself: what is refused for one leaves the others done. */
@Component
public class Bulk {

    static final int MOST = Worklist.LONGEST_PAGE;

    private final Claiming claiming;
    private final FollowingUp followingUp;
    private final Overseeing overseeing;
    private final TransactionTemplate eachOnItsOwn;

    Bulk(Claiming claiming, FollowingUp followingUp, Overseeing overseeing, PlatformTransactionManager transactions) {
        this.claiming = claiming;
        this.followingUp = followingUp;
        this.overseeing = overseeing;
        this.eachOnItsOwn = new TransactionTemplate(transactions);
        // Nested, not new: within a command that carries an idempotency key, what was done and the answer that is
        // remembered commit together.
        eachOnItsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** What became of one step: {@code refusal} is null when it was done. */
    public record Answer(String taskId, @Nullable RuntimeException refusal) {}

    /**
     * What is to be done with each.
     *
     * @param action {@code claim}, {@code release}, {@code assign}, {@code follow-up}, {@code recall}, {@code raise} or
     *     {@code lower}
     * @param officer who gets the steps; needed for {@code assign}
     * @param reason needed where a step is taken from somebody else, and for {@code recall}
     * @param on when to look at them again; null takes reminders away
     */
    public record Wish(
            @Nullable String action,
            @Nullable String officer,
            @Nullable String reason,
            @Nullable LocalDate on) {}

    public List<Answer> run(
            @Nullable String action,
            @Nullable List<@Nullable String> taskIds,
            @Nullable String officer,
            @Nullable String reason) {
        return run(new Wish(action, officer, reason, null), taskIds);
    }

    public List<Answer> run(Wish wish, @Nullable List<@Nullable String> taskIds) {
        Consumer<String> command = command(wish);
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
        if ("assign".equals(wish.action())
                && (wish.officer() == null || wish.officer().isBlank())) {
            faults.add(Problem.of("officer", "officer-required"));
        }
        FreeText.check("reason", wish.reason(), "recall".equals(wish.action()), faults);
        if (command == null || !faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return new LinkedHashSet<>(selected)
                .stream().map(taskId -> one(taskId, command)).toList();
    }

    private @Nullable Consumer<String> command(Wish wish) {
        return switch (wish.action() == null ? "" : wish.action()) {
            case "claim" -> claiming::claim;
            case "release" -> claiming::release;
            case "assign" -> taskId -> claiming.assign(taskId, wish.officer(), wish.reason());
            case "follow-up" -> taskId -> followingUp.remind(taskId, wish.on());
            case "recall" -> taskId -> overseeing.recall(taskId, wish.reason());
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
