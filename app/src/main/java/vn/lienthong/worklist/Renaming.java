package vn.lienthong.worklist;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienthong.dossier.DataCorrected;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.procedure.Content;

/** Open lines and waiting prints bear the applicant's name: when that was put right, they do too. */
@Component
class Renaming {

    private final RenamingMapper mapper;
    private final Dossiers dossiers;

    Renaming(RenamingMapper mapper, Dossiers dossiers) {
        this.mapper = mapper;
        this.dossiers = dossiers;
    }

    @EventListener
    void on(DataCorrected event) {
        String number = event.number().value();
        DossierNumber root = dossiers.current(event.number()).root();
        String numbers = root.equals(event.number()) ? number : number + " " + root;
        mapper.lines(root.value(), number, event.applicant(), Content.plain(event.applicant() + " " + numbers));
        mapper.sheets(number, event.applicant());
    }
}
