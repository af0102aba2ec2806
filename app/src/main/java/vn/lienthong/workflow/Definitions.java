package vn.lienthong.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** Which definition of the engine is which edition of a procedure. A deployment is named after its edition. */
@Component
class Definitions {

    private final RepositoryService repository;
    private final Map<ProcessRef, String> definitionOf = new ConcurrentHashMap<>();
    private final Map<String, ProcessRef> refOf = new ConcurrentHashMap<>();
    private final Map<String, ProcessModel> modelOf = new ConcurrentHashMap<>();

    Definitions(RepositoryService repository) {
        this.repository = repository;
    }

    /** The newest deployed definition of an edition. */
    String id(ProcessRef ref) {
        return definitionOf.computeIfAbsent(ref, r -> {
            ProcessDefinition definition = repository
                    .createProcessDefinitionQuery()
                    .deploymentId(deployment(r))
                    .processDefinitionKey(r.procedure())
                    .singleResult();
            if (definition == null) {
                throw new NoSuchElementException("no process " + r.procedure() + " in " + r);
            }
            return definition.getId();
        });
    }

    String deployment(ProcessRef ref) {
        return repository
                .createDeploymentQuery()
                .deploymentName(ref.toString())
                .orderByDeploymentTime()
                .desc()
                .listPage(0, 1)
                .stream()
                .map(Deployment::getId)
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("edition " + ref + " is not deployed"));
    }

    ProcessRef ref(String definitionId) {
        return refOf.computeIfAbsent(definitionId, id -> {
            String deployment = repository.getProcessDefinition(id).getDeploymentId();
            return ProcessRef.parse(repository
                    .createDeploymentQuery()
                    .deploymentId(deployment)
                    .singleResult()
                    .getName());
        });
    }

    ProcessModel model(String definitionId) {
        return modelOf.computeIfAbsent(definitionId, id -> ProcessModelParser.parse(xml(id)));
    }

    byte[] xml(String definitionId) {
        try (InputStream in = repository.getProcessModel(definitionId)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void forget(ProcessRef ref) {
        definitionOf.remove(ref);
    }
}
