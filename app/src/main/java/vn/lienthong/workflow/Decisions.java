package vn.lienthong.workflow;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Component;

/** Asks the decision tables of a procedure folder. */
@Component
public class Decisions {

    private record Table(String deployment, String key) {}

    private final DecisionService decisions;
    private final RepositoryService repository;
    private final Definitions definitions;
    private final Map<Table, String> idOf = new ConcurrentHashMap<>();

    Decisions(DecisionService decisions, RepositoryService repository, Definitions definitions) {
        this.decisions = decisions;
        this.repository = repository;
        this.definitions = definitions;
    }

    /**
     * @param decision key of the table, in the same folder as the process
     * @return a map per rule that matched, in the order of the table
     */
    public List<Map<String, Object>> decide(ProcessRef ref, String decision, Map<String, Object> inputs) {
        String id = idOf.computeIfAbsent(new Table(definitions.deployment(ref), decision), table -> {
            DecisionDefinition found = repository
                    .createDecisionDefinitionQuery()
                    .deploymentId(table.deployment())
                    .decisionDefinitionKey(table.key())
                    .singleResult();
            if (found == null) {
                throw new IllegalArgumentException("no decision " + table.key() + " in " + ref);
            }
            return found.getId();
        });
        return decisions
                .evaluateDecisionTableById(id)
                .variables(inputs)
                .evaluate()
                .getResultList();
    }
}
