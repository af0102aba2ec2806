package vn.lienthong.dossier;

import java.util.List;

/**
 * The time for which a dossier is kept is over: who it was about and what was said is being destroyed, in this transaction. Whoever
 * has written down any of it destroys it too.
 *
 * @param root the citizen's dossier
 * @param numbers that and the dossiers of its legs
 */
public record ContentDestroyed(DossierNumber root, List<String> numbers) {

    /** True in the content of a dossier that has none any more. */
    public static final String MARK = "contentDestroyed";
}
