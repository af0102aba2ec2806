package vn.lienthong.dossier;

import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.lienthong.document.StoredDocument;
import vn.lienthong.procedure.Catalogue;

/** What results are called: one that another agency handed back, as that agency's procedure calls it. */
@Component
public class ResultNames {

    private final Dossiers dossiers;
    private final Catalogue catalogue;

    ResultNames(Dossiers dossiers, Catalogue catalogue) {
        this.dossiers = dossiers;
        this.catalogue = catalogue;
    }

    public String of(StoredDocument result, Locale locale) {
        return dossiers.find(new DossierNumber(result.dossierNumber())).stream()
                .flatMap(from -> catalogue.edition(from.process()).resultDocuments().stream())
                .filter(known -> known.code().equals(result.code()))
                .map(known -> known.names().in(locale))
                .findFirst()
                .orElse(result.code());
    }
}
