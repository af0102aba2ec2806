package vn.lienthong.dossier;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lienthong.workflow.CaseFile;

/** What diagrams, decisions and scripts may read of a dossier. */
@Component
class DossierCaseFile implements CaseFile {

    private final OpenFiles files;

    DossierCaseFile(OpenFiles files) {
        this.files = files;
    }

    @Override
    public Map<String, Object> content(String businessKey) {
        Dossier dossier = files.open(new DossierNumber(businessKey));
        Map<String, Object> content = new LinkedHashMap<>(dossier.content());
        content.put("number", businessKey);
        content.put("channel", dossier.channel().name());
        content.put("area", dossier.area());
        content.put(Linking.LINKED, dossier.isPart());
        return content;
    }

    @Override
    public void merge(String businessKey, Map<String, Object> computed) {
        files.open(new DossierNumber(businessKey)).merge(computed);
    }

    @Override
    public boolean legPlanned(String businessKey, String leg) {
        return files.open(new DossierNumber(businessKey)).leg(leg).isPresent();
    }
}
