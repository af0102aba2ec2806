package vn.lienthong.document;

import vn.lienthong.agency.Caller;

/**
 * Who may see and add papers of a dossier. Answered by whoever knows dossiers, because documents do not.
 * A dossier that does not exist may be neither read nor added to.
 */
public interface DocumentAccess {

    /** Called before documents are listed: time to print what nobody has printed yet. */
    default void prepare(String dossierNumber) {}

    boolean mayRead(Caller caller, String dossierNumber);

    /** May refuse with a reason of its own when the caller is right but the dossier's state is not. */
    boolean mayAdd(Caller caller, String dossierNumber);
}
