package vn.lienthong.workflow;

import java.util.Map;

/** What expressions in diagrams, decisions and scripts may read of a dossier. Implemented by the dossier module. */
public interface CaseFile {

    /** The content as nested maps and lists; what a diagram writes as {@code ${dossier.deceased.fullName}}. */
    Map<String, Object> content(String businessKey);

    /** Adds what a script computed to the content. */
    void merge(String businessKey, Map<String, Object> computed);

    /** Whether the agency leg is part of this dossier; what a diagram writes as {@code ${legs.planned('police')}}. */
    boolean legPlanned(String businessKey, String leg);
}
