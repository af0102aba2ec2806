package vn.lienthong.procedure;

import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import vn.lienthong.workflow.Deployments;

/** Brings every edition into the engine when the application starts; what is there already stays as it is. */
@Component
class DeployingEditions implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(DeployingEditions.class);

    private final Catalogue catalogue;
    private final Deployments deployments;

    DeployingEditions(Catalogue catalogue, Deployments deployments) {
        this.catalogue = catalogue;
        this.deployments = deployments;
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (Procedure procedure : catalogue.all()) {
            deployments.deploy(procedure.edition().ref(), ofTheEngine(procedure.folder()));
        }
        LOG.info("deployed {} editions", catalogue.all().size());
    }

    /** Diagrams and decision tables; forms, scripts and words stay with the catalogue. */
    private static Map<String, byte[]> ofTheEngine(ProcedureFolder folder) {
        return folder.files().entrySet().stream()
                .filter(file -> file.getKey().endsWith(".bpmn") || file.getKey().endsWith(".dmn"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
