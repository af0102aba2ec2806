package vn.lienthong.interconnection.pull;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lienthong.workflow.ExternalTasks;

/**
 * What a worker asks for.
 *
 * @param workerId who gets the lock
 * @param maxTasks no more than these
 * @param usePriority the most urgent first
 * @param asyncResponseTimeout milliseconds that it will wait for an answer when there is nothing yet
 */
@Schema(name = "ExternalTaskFetch")
record FetchRequest(
        @Nullable String workerId,
        @Nullable Integer maxTasks,
        @Nullable Boolean usePriority,
        @Nullable Long asyncResponseTimeout,
        @Nullable List<Topic> topics,
        @Nullable List<Sorting> sorting) {

    /** Milliseconds; what the engine's own REST API allows. */
    static final long LONGEST_WAIT = 1_800_000;

    /** At once; more would keep a transaction open for too long. */
    private static final int MOST = 100;

    private static final long A_DAY = 86_400_000;

    /**
     * @param topicName code of an agency's unit
     * @param lockDuration milliseconds
     * @param variables names of those to send; null for all
     * @param processVariables not offered: what a leg is about stands in its variables
     */
    @Schema(name = "ExternalTaskTopic")
    record Topic(
            @Nullable String topicName,
            @Nullable Long lockDuration,
            @Nullable List<String> variables,
            @Nullable String businessKey,
            @Nullable String processDefinitionKey,
            @Nullable List<String> processDefinitionKeyIn,
            @Nullable String processDefinitionId,
            @Nullable List<String> processDefinitionIdIn,
            @Nullable String processDefinitionVersionTag,
            @Nullable Map<String, Object> processVariables,
            @Nullable List<String> tenantIdIn) {

        private ExternalTasks.Subscription subscription() {
            if (topicName == null) {
                throw new BadAnswer("topicName is null");
            }
            if (lockDuration == null || lockDuration <= 0 || lockDuration > A_DAY) {
                throw new BadAnswer("lockDuration must be between 1 and " + A_DAY + " milliseconds");
            }
            refuse("processDefinitionId", processDefinitionId != null || isGiven(processDefinitionIdIn));
            refuse("processDefinitionVersionTag", processDefinitionVersionTag != null);
            refuse("processVariables", processVariables != null && !processVariables.isEmpty());
            refuse("tenantIdIn", isGiven(tenantIdIn));
            return new ExternalTasks.Subscription(
                    topicName,
                    Duration.ofMillis(lockDuration),
                    businessKey,
                    Stream.concat(
                                    Stream.ofNullable(processDefinitionKey),
                                    Stream.ofNullable(processDefinitionKeyIn).flatMap(List::stream))
                            .toList());
        }

        /** Better no answer than work that the worker asked not to get. */
        private static void refuse(String filter, boolean given) {
            if (given) {
                throw new BadAnswer("Work cannot be filtered by " + filter + " here");
            }
        }

        private static boolean isGiven(@Nullable List<String> list) {
            return list != null && !list.isEmpty();
        }
    }

    /** @param sortBy only {@code createTime} */
    @Schema(name = "ExternalTaskSorting")
    record Sorting(@Nullable String sortBy, @Nullable String sortOrder) {}

    /** @throws BadAnswer when something is missing or makes no sense */
    void check() {
        if (workerId == null || workerId.isBlank()) {
            throw new BadAnswer("workerId is null");
        }
        if (maxTasks == null || maxTasks < 0) {
            throw new BadAnswer("maxTasks must be greater than or equal to 0");
        }
        if (asyncResponseTimeout != null && asyncResponseTimeout > LONGEST_WAIT) {
            throw new BadAnswer("The asynchronous response timeout cannot be set to a value greater than "
                    + LONGEST_WAIT + " milliseconds");
        }
        subscriptions();
    }

    String worker() {
        return String.valueOf(workerId);
    }

    int most() {
        return Math.min(maxTasks == null ? 0 : maxTasks, MOST);
    }

    boolean byPriority() {
        return usePriority == null || usePriority;
    }

    /** True the oldest first, false the newest, null in no order. */
    @Nullable Boolean byAge() {
        return sorting == null
                ? null
                : sorting.stream()
                        .filter(by -> "createTime".equals(by.sortBy()))
                        .findFirst()
                        .map(by -> !"desc".equals(by.sortOrder()))
                        .orElse(null);
    }

    List<ExternalTasks.Subscription> subscriptions() {
        return asked().map(Topic::subscription).toList();
    }

    Set<String> topicNames() {
        return asked().map(topic -> String.valueOf(topic.topicName())).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the worker wants to have this variable of work of a topic. */
    boolean wants(String topic, String variable) {
        return asked().filter(one -> topic.equals(one.topicName()))
                .map(Topic::variables)
                .flatMap(names -> Optional.ofNullable(names).stream())
                .allMatch(names -> names.contains(variable));
    }

    private Stream<Topic> asked() {
        return Stream.ofNullable(topics).flatMap(List::stream);
    }
}
