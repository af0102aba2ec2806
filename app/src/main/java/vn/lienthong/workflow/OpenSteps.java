package vn.lienthong.workflow;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The steps that are open in the engine, for those who keep lists of them and want to know that nothing is missing. */
@Component
public class OpenSteps {

    private final OpenStepsMapper mapper;
    private final Definitions definitions;

    OpenSteps(OpenStepsMapper mapper, Definitions definitions) {
        this.mapper = mapper;
        this.definitions = definitions;
    }

    /**
     * A summary of all open steps: two lists with the same summary hold the same steps.
     *
     * @param hashes sum of PostgreSQL's {@code hashtextextended(id, 0)}
     */
    public record Digest(long count, String hashes) {}

    public Digest digest() {
        return mapper.digest();
    }

    /** Task ids of all open steps. */
    public Set<String> ids() {
        return mapper.ids();
    }

    /** What was announced when the step opened; empty when it is not open. */
    public Optional<StepOpened> find(String taskId) {
        OpenStepsMapper.Row row = mapper.find(taskId);
        if (row == null) {
            return Optional.empty();
        }
        return Optional.of(new StepOpened(
                taskId,
                row.businessKey(),
                definitions.ref(row.definition()),
                row.step(),
                definitions.model(row.definition()).require(row.step()).properties(),
                row.openedAt()));
    }
}
