package vn.lienthong.procedure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells on the console, in sentences, why the folders of procedures keep the application from starting. */
final class CatalogueRefusal extends AbstractFailureAnalyzer<CatalogueRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, CatalogueRefused refused) {
        return new FailureAnalysis(refused.text(), null, failure);
    }
}
