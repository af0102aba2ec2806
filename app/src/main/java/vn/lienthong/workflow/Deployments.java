package vn.lienthong.workflow;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.stereotype.Component;

/** Brings editions of procedures into the engine. */
@Component
public class Deployments {

    private final RepositoryService repository;
    private final Definitions definitions;

    Deployments(RepositoryService repository, Definitions definitions) {
        this.repository = repository;
        this.definitions = definitions;
    }

    /**
     * Deploys one edition; does nothing when the same files are deployed already. Running dossiers stay on what they
     * were started with.
     *
     * @param files the BPMN and DMN files of the folder, by file name
     */
    public void deploy(ProcessRef ref, Map<String, byte[]> files) {
        DeploymentBuilder deployment =
                repository.createDeployment().name(ref.toString()).enableDuplicateFiltering(false);
        new TreeMap<>(files)
                .forEach((name, content) ->
                        deployment.addInputStream(ref + "/" + name, new ByteArrayInputStream(content)));
        deployment.deploy();
        definitions.forget(ref);
    }
}
