package vn.lienthong.dossier;

import org.springframework.stereotype.Component;
import vn.lienthong.agency.Caller;
import vn.lienthong.document.DocumentAccess;

/** Who may see a dossier may see its documents; who works on it may add papers, as long as it is not over. */
@Component
class DossierDocuments implements DocumentAccess {

    private final Access access;
    private final Dossiers dossiers;
    private final Prints prints;

    DossierDocuments(Access access, Dossiers dossiers, Prints prints) {
        this.access = access;
        this.dossiers = dossiers;
        this.prints = prints;
    }

    @Override
    public void prepare(String dossierNumber) {
        prints.prepare(new DossierNumber(dossierNumber));
    }

    @Override
    public boolean mayRead(Caller caller, String dossierNumber) {
        return access.mayRead(caller, dossierNumber);
    }

    @Override
    public boolean mayAdd(Caller caller, String dossierNumber) {
        return access.mayWorkOn(caller, dossierNumber)
                && dossiers.find(new DossierNumber(dossierNumber))
                        .filter(dossier -> !dossier.state().isFinal())
                        .isPresent();
    }
}
