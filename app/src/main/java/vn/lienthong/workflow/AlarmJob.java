package vn.lienthong.workflow;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The engine job behind an alarm. */
@Component
class AlarmJob {

    static final String TYPE = "lienthong-alarm";

    private final ObjectProvider<AlarmHandler> handlers;
    private final Clock clock;

    AlarmJob(ObjectProvider<AlarmHandler> handlers, Clock clock) {
        this.handlers = handlers;
        this.clock = clock;
    }

    Optional<Instant> ring(String key) {
        return handlers.getObject().ring(key, clock.instant());
    }

    /** The key of the alarm, which is the number of a dossier. */
    record Key(String value) implements JobHandlerConfiguration {
        @Override
        public String toCanonicalString() {
            return value;
        }
    }

    static final class Handler implements JobHandler<Key> {

        private final Supplier<AlarmJob> job;

        Handler(Supplier<AlarmJob> job) {
            this.job = job;
        }

        @Override
        public String getType() {
            return TYPE;
        }

        @Override
        public void execute(
                Key key, @Nullable ExecutionEntity execution, CommandContext context, @Nullable String tenantId) {
            job.get().ring(key.value()).ifPresent(next -> Alarms.create(context, key.value(), next));
        }

        @Override
        public Key newConfiguration(String canonicalString) {
            return new Key(canonicalString);
        }

        @Override
        public void onDelete(Key key, JobEntity deleted) {
            // Nothing outside the job row belongs to an alarm.
        }
    }
}
