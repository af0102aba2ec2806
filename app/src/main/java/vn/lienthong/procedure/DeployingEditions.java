package vn.lienthong.procedure;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import vn.lienthong.workflow.Deployments;

/** Brings the shipped editions into the engine when the application starts; what is there already stays as it is. */
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
        List<Procedure> shipped = catalogue.shipped();
        for (Procedure procedure : shipped) {
            deployments.deploy(procedure.edition().ref(), procedure.folder().ofTheEngine());
        }
        LOG.info("deployed {} editions", shipped.size());
    }
}
