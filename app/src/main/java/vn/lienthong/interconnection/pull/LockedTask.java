package vn.lienthong.interconnection.pull;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lienthong.workflow.EngineClock;
import vn.lienthong.workflow.ExternalTasks.Work;

/** Work that a worker has got, as the protocol writes it. */
@Schema(name = "LockedExternalTask")
record LockedTask(
        String activityId,
        @Nullable String activityInstanceId,
        @Nullable String errorMessage,
        @Nullable String errorDetails,
        String executionId,
        String id,
        @Nullable String lockExpirationTime,
        @Nullable String createTime,
        String processDefinitionId,
        String processDefinitionKey,
        @Nullable String processDefinitionVersionTag,
        String processInstanceId,
        @Nullable Integer retries,
        boolean suspended,
        @Nullable String workerId,
        String topicName,
        @Nullable String tenantId,
        Map<String, TypedValue> variables,
        long priority,
        String businessKey,
        Map<String, String> extensionProperties) {

    static LockedTask of(Work work, Map<String, TypedValue> variables) {
        return new LockedTask(
                work.element(),
                work.elementInstance(),
                work.error(),
                null,
                work.execution(),
                work.id(),
                moment(work.lockedUntil()),
                moment(work.createdAt()),
                work.definition(),
                work.process().procedure(),
                work.process().edition(),
                work.instance(),
                work.retries(),
                false,
                work.worker(),
                work.topic(),
                null,
                variables,
                work.priority(),
                work.businessKey(),
                Map.of());
    }

    private static @Nullable String moment(@Nullable Instant at) {
        return at == null ? null : TypedValue.MOMENT.format(at.atZone(EngineClock.ZONE));
    }
}
