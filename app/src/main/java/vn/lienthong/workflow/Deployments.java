package vn.lienthong.workflow;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings editions of procedures into the engine. */
@Component
public class Deployments {

    private final RepositoryService repository;
    private final Definitions definitions;
    private final TransactionTemplate onTrial;

    Deployments(RepositoryService repository, Definitions definitions, PlatformTransactionManager transactions) {
        this.repository = repository;
        this.definitions = definitions;
        this.onTrial = new TransactionTemplate(transactions);
        this.onTrial.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Deploys an edition and takes it back at once.
     *
     * @param files the BPMN and DMN files of the folder, by file name
     * @return why the engine will not have it, in the engine's words; empty when it will
     */
    public Optional<String> refusal(ProcessRef ref, Map<String, byte[]> files) {
        String why = onTrial.execute(trial -> {
            trial.setRollbackOnly();
            try {
                deploy(ref, files);
                return "";
            } catch (ProcessEngineException refused) {
                String said = refused.getMessage();
                return said == null || said.isBlank() ? refused.getClass().getSimpleName() : said;
            }
        });
        definitions.forget(ref);
        return Optional.ofNullable(why).filter(said -> !said.isEmpty());
    }

    /** Every edition that the engine has, as {@link ProcessRef#toString()} writes it. */
    public List<String> names() {
        return repository.createDeploymentQuery().list().stream()
                .map(Deployment::getName)
                .distinct()
                .toList();
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
