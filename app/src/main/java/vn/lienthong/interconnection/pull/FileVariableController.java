package vn.lienthong.interconnection.pull;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.workflow.ExternalTaskRefused;
import vn.lienthong.workflow.ExternalTasks;
import vn.lienthong.workflow.ExternalTasks.Work;

/** Where the public workers load the bytes of a File variable from; JavaScript and Java do it at different addresses. */
@RestController
@RequestMapping("/engine-rest")
@Tag(name = "external-task")
class FileVariableController {

    private final ExternalTasks tasks;
    private final PaperFiles files;

    FileVariableController(ExternalTasks tasks, PaperFiles files) {
        this.tasks = tasks;
        this.files = files;
    }

    @Operation(summary = "The bytes of a File variable, as the JavaScript worker asks for them")
    @GetMapping("/execution/{place}/localVariables/{variable}/data")
    ResponseEntity<byte[]> ofExecution(
            @AuthenticationPrincipal MachineClient client, @PathVariable String place, @PathVariable String variable) {
        return data(client, place, variable);
    }

    @Operation(summary = "The bytes of a File variable, as the Java worker asks for them")
    @GetMapping("/process-instance/{place}/variables/{variable}/data")
    ResponseEntity<byte[]> ofInstance(
            @AuthenticationPrincipal MachineClient client, @PathVariable String place, @PathVariable String variable) {
        return data(client, place, variable);
    }

    private ResponseEntity<byte[]> data(MachineClient client, String place, String variable) {
        Work work = tasks.at(place)
                .filter(one -> client.serves(one.topic()))
                .orElseThrow(() -> ExternalTaskRefused.unknown(place));
        return files.byVariable(work, variable);
    }
}
