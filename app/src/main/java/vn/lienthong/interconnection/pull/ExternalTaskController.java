package vn.lienthong.interconnection.pull;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import vn.lienthong.audit.NoCommand;
import vn.lienthong.workflow.ExternalTasks.Work;

/**
 * The part of Camunda 7's REST API that workers use, for the programs of agencies: the same addresses, the same fields,
 * the same answers.
 */
@RestController
@RequestMapping("/engine-rest/external-task")
@Tag(name = "external-task", description = "External tasks: agencies with their own software fetch their legs")
class ExternalTaskController {

    private final HandingOut handingOut;
    private final WaitingClients waiting;
    private final TakingAnswers answers;
    private final PaperFiles files;

    ExternalTaskController(HandingOut handingOut, WaitingClients waiting, TakingAnswers answers, PaperFiles files) {
        this.handingOut = handingOut;
        this.waiting = waiting;
        this.answers = answers;
        this.files = files;
    }

    /** What is done; results as File, parts of the data as Json. */
    @Schema(name = "ExternalTaskCompletion")
    record Completion(
            @Nullable String workerId,
            @Nullable Map<String, TypedValue> variables,
            @Nullable Map<String, TypedValue> localVariables) {}

    /**
     * @param errorCode RETURNED or REFUSED
     * @param errorMessage the reasons
     */
    @Schema(name = "ExternalTaskBpmnError")
    record BusinessError(
            @Nullable String workerId,
            @Nullable String errorCode,
            @Nullable String errorMessage,
            @Nullable Map<String, TypedValue> variables) {}

    /**
     * @param retries how often it is still to be offered; 0 and a person has to look
     * @param retryTimeout milliseconds before it is offered again
     */
    @Schema(name = "ExternalTaskFailure")
    record Failure(
            @Nullable String workerId,
            @Nullable String errorMessage,
            @Nullable String errorDetails,
            @Nullable Integer retries,
            @Nullable Long retryTimeout) {}

    /** @param lockDuration milliseconds */
    @Schema(name = "ExternalTaskLock")
    record Lock(@Nullable String workerId, @Nullable Long lockDuration) {}

    /** @param newDuration milliseconds from now */
    @Schema(name = "ExternalTaskLockExtension")
    record Extension(@Nullable String workerId, @Nullable Long newDuration) {}

    @Operation(summary = "Fetch work and lock it; with asyncResponseTimeout, wait for some")
    @PostMapping("/fetchAndLock")
    @NoCommand
    DeferredResult<List<LockedTask>> fetchAndLock(
            @AuthenticationPrincipal MachineClient client, @RequestBody FetchRequest request) {
        request.check();
        for (String topic : request.topicNames()) {
            if (!client.serves(topic)) {
                throw new NotForThisClient(client, topic);
            }
        }
        List<LockedTask> found = handingOut.fetch(request);
        Long patience = request.asyncResponseTimeout();
        if (found.isEmpty() && patience != null && patience > 0) {
            return waiting.wait(request, patience);
        }
        var answer = new DeferredResult<List<LockedTask>>();
        answer.setResult(found);
        return answer;
    }

    @Operation(summary = "The work is done")
    @PostMapping("/{id}/complete")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void complete(
            @AuthenticationPrincipal MachineClient client, @PathVariable String id, @RequestBody Completion body) {
        answers.complete(client, id, worker(body.workerId()), body.variables() == null ? Map.of() : body.variables());
    }

    @Operation(summary = "Return the work for correction (RETURNED) or refuse it (REFUSED)")
    @PostMapping("/{id}/bpmnError")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void bpmnError(
            @AuthenticationPrincipal MachineClient client, @PathVariable String id, @RequestBody BusinessError body) {
        answers.error(client, id, worker(body.workerId()), body.errorCode(), body.errorMessage());
    }

    @Operation(summary = "It did not work for now")
    @PostMapping("/{id}/failure")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void failure(@AuthenticationPrincipal MachineClient client, @PathVariable String id, @RequestBody Failure body) {
        answers.failure(
                client,
                id,
                worker(body.workerId()),
                body.errorMessage(),
                body.errorDetails(),
                body.retries() == null ? 0 : body.retries(),
                body.retryTimeout() == null ? 0 : body.retryTimeout());
    }

    @Operation(summary = "Lock one piece of work")
    @PostMapping("/{id}/lock")
    @NoCommand
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lock(@AuthenticationPrincipal MachineClient client, @PathVariable String id, @RequestBody Lock body) {
        answers.lock(client, id, worker(body.workerId()), duration("lockDuration", body.lockDuration()));
    }

    @Operation(summary = "Have it for longer")
    @PostMapping("/{id}/extendLock")
    @NoCommand
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void extendLock(
            @AuthenticationPrincipal MachineClient client, @PathVariable String id, @RequestBody Extension body) {
        answers.extendLock(client, id, worker(body.workerId()), duration("newDuration", body.newDuration()));
    }

    @Operation(summary = "Give it back")
    @PostMapping("/{id}/unlock")
    @NoCommand
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlock(@AuthenticationPrincipal MachineClient client, @PathVariable String id) {
        answers.unlock(client, id);
        waiting.lookSoon();
    }

    /** Ours, not the engine's: the file of a paper that goes along. */
    @Operation(summary = "A paper of the leg, by the SHA-256 of its bytes")
    @GetMapping("/{id}/papers/{sha256}")
    ResponseEntity<byte[]> paper(
            @AuthenticationPrincipal MachineClient client, @PathVariable String id, @PathVariable String sha256) {
        Work work = answers.mine(client, id);
        return files.byHash(work, sha256);
    }

    private static String worker(@Nullable String workerId) {
        if (workerId == null || workerId.isBlank()) {
            throw new BadAnswer("workerId is null");
        }
        return workerId;
    }

    private static long duration(String name, @Nullable Long milliseconds) {
        if (milliseconds == null || milliseconds <= 0) {
            throw new BadAnswer(name + " must be greater than 0");
        }
        return milliseconds;
    }
}
