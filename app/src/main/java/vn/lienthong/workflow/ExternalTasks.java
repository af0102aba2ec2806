package vn.lienthong.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.bpm.engine.externaltask.FetchAndLockBuilder;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Work that is done outside: a worker fetches it under a lock of its own, and answers. Everything happens in the caller's
 * transaction; what goes wrong spoils it.
 */
@Component
public class ExternalTasks {

    private final ExternalTaskService tasks;
    private final ExternalTaskMapper rows;
    private final Definitions definitions;

    ExternalTasks(ExternalTaskService tasks, ExternalTaskMapper rows, Definitions definitions) {
        this.tasks = tasks;
        this.rows = rows;
        this.definitions = definitions;
    }

    /**
     * A piece of work.
     *
     * @param element the service task in the diagram
     * @param worker who has it, or had it last; null when nobody ever did
     * @param lockedUntil until when nobody else gets it
     * @param retries how often it will still be offered; null when nothing has failed so far, 0 when it is no longer offered
     * @param error why the last worker failed
     */
    public record Work(
            String id,
            String topic,
            String businessKey,
            ProcessRef process,
            String definition,
            String element,
            String instance,
            String execution,
            @Nullable String elementInstance,
            @Nullable String worker,
            @Nullable Instant lockedUntil,
            @Nullable Instant createdAt,
            @Nullable Integer retries,
            long priority,
            @Nullable String error) {}

    /**
     * What a worker asks for of a topic.
     *
     * @param lock how long it wants to have what it gets
     * @param businessKey only of this dossier; null for every one
     * @param procedures only of these; empty for every one
     */
    public record Subscription(
            String topic, Duration lock, @Nullable String businessKey, List<String> procedures) {}

    /**
     * Hands out work and locks it.
     *
     * @param most no more than these
     * @param byPriority the most urgent first
     * @param byAge true the oldest first, false the newest; null in no order
     * @throws ExternalTaskRefused when the engine will not have the question
     */
    public List<Work> fetchAndLock(
            String worker, int most, boolean byPriority, @Nullable Boolean byAge, List<Subscription> subscriptions) {
        return answered("", () -> {
            FetchAndLockBuilder fetching =
                    tasks.fetchAndLock().workerId(worker).maxTasks(most).usePriority(byPriority);
            if (byAge != null) {
                fetching = byAge
                        ? fetching.orderByCreateTime().asc()
                        : fetching.orderByCreateTime().desc();
            }
            var asked = fetching.subscribe();
            for (Subscription subscription : subscriptions) {
                // What the worker needs is in the dossier; the engine has variables that route, and those go nowhere.
                asked = asked.topic(subscription.topic(), subscription.lock().toMillis())
                        .variables(List.of());
                if (subscription.businessKey() != null) {
                    asked = asked.businessKey(subscription.businessKey());
                }
                if (!subscription.procedures().isEmpty()) {
                    asked = asked.processDefinitionKeyIn(
                            subscription.procedures().toArray(String[]::new));
                }
            }
            return asked.execute().stream().map(this::work).toList();
        });
    }

    /** Those of the topics under which somebody could fetch something right now. */
    public Set<String> offered(Collection<String> topics, Instant now) {
        return topics.isEmpty() ? Set.of() : rows.offered(topics, now);
    }

    public Optional<Work> find(String id) {
        return Optional.ofNullable(
                        tasks.createExternalTaskQuery().externalTaskId(id).singleResult())
                .map(this::work);
    }

    /** What is open of one dossier, without that of the agencies it called. */
    public List<Work> of(String businessKey) {
        return rows.of(businessKey).stream()
                .map(this::find)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The work that stands at this place of a process. */
    public Optional<Work> at(String executionOrInstance) {
        return rows.at(executionOrInstance).stream()
                .map(this::find)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Ends the work; the process goes on as far as it goes. */
    public void complete(String id, String worker) {
        done(id, () -> tasks.complete(id, worker));
    }

    /** Answers with an error that the diagram foresees. */
    public void error(String id, String worker, String code, @Nullable String message) {
        done(id, () -> tasks.handleBpmnError(id, worker, code, message));
    }

    /**
     * Gives it back because it did not work.
     *
     * @param retries how often it is still to be offered; 0 and a person has to look
     * @param pause before it is offered again
     */
    public void failure(
            String id, String worker, @Nullable String message, @Nullable String details, int retries, Duration pause) {
        done(id, () -> tasks.handleFailure(id, worker, message, details, retries, pause.toMillis()));
    }

    /** Takes what nobody has, or what the worker has already. */
    public void lock(String id, String worker, Duration lock) {
        done(id, () -> tasks.lock(id, worker, lock.toMillis()));
    }

    public void extendLock(String id, String worker, Duration lock) {
        done(id, () -> tasks.extendLock(id, worker, lock.toMillis()));
    }

    public void unlock(String id) {
        done(id, () -> tasks.unlock(id));
    }

    /** Offers work again that was given up. */
    public void offerAgain(String id, int retries) {
        done(id, () -> tasks.setRetries(id, retries));
    }

    private void done(String id, Runnable work) {
        answered(id, () -> {
            work.run();
            return Map.of();
        });
    }

    /** What the engine says, in a type that others may know. */
    private static <T> T answered(String id, Supplier<T> work) {
        try {
            return work.get();
        } catch (NotFoundException gone) {
            throw ExternalTaskRefused.unknown(id);
        } catch (BadUserRequestException refused) {
            throw new ExternalTaskRefused(ExternalTaskRefused.Why.NOT_ALLOWED, words(refused), refused);
        } catch (ProcessEngineException failed) {
            throw new ExternalTaskRefused(ExternalTaskRefused.Why.FAILED, words(failed), failed);
        }
    }

    private static String words(ProcessEngineException refused) {
        String said = refused.getMessage();
        return said == null ? refused.getClass().getSimpleName() : said;
    }

    private Work work(LockedExternalTask task) {
        return new Work(
                task.getId(),
                task.getTopicName(),
                task.getBusinessKey(),
                definitions.ref(task.getProcessDefinitionId()),
                task.getProcessDefinitionId(),
                task.getActivityId(),
                task.getProcessInstanceId(),
                task.getExecutionId(),
                task.getActivityInstanceId(),
                task.getWorkerId(),
                instant(task.getLockExpirationTime()),
                instant(task.getCreateTime()),
                task.getRetries(),
                task.getPriority(),
                task.getErrorMessage());
    }

    private Work work(ExternalTask task) {
        return new Work(
                task.getId(),
                task.getTopicName(),
                task.getBusinessKey(),
                definitions.ref(task.getProcessDefinitionId()),
                task.getProcessDefinitionId(),
                task.getActivityId(),
                task.getProcessInstanceId(),
                task.getExecutionId(),
                task.getActivityInstanceId(),
                task.getWorkerId(),
                instant(task.getLockExpirationTime()),
                instant(task.getCreateTime()),
                task.getRetries(),
                task.getPriority(),
                task.getErrorMessage());
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
