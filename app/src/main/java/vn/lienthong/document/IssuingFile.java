package vn.lienthong.document;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.workflow.ProcessRef;

/** What must be known of a dossier to issue its result. Answered by whoever knows dossiers. */
public interface IssuingFile {

    /** @param result code of the result, as the procedure names it */
    Issuing issuing(String dossierNumber, ProcessRef process, String result);

    /**
     * @param unit code of the unit whose part of the dossier the result ends; its agency issues
     * @param signedBy full name of who signed; null leaves room for a name written by hand
     * @param title what the result is called, in Vietnamese
     * @param subject what was asked for, in Vietnamese
     * @param area code of the commune the dossier is about
     * @param legalBases laws the result rests on, one line each, in Vietnamese
     */
    record Issuing(
            String unit,
            @Nullable String signedBy,
            String title,
            String subject,
            @Nullable String area,
            List<String> legalBases) {

        public Issuing {
            legalBases = List.copyOf(legalBases);
        }
    }
}
