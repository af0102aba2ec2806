package vn.lienthong.interconnection.portal;

import static vn.lienthong.dossier.DossierState.FINANCIAL_OBLIGATION;
import static vn.lienthong.dossier.DossierState.NOT_RECEIVED;
import static vn.lienthong.dossier.DossierState.PROCESSING;
import static vn.lienthong.dossier.DossierState.READY;
import static vn.lienthong.dossier.DossierState.RECEIVED;
import static vn.lienthong.dossier.DossierState.RETURNED;
import static vn.lienthong.dossier.DossierState.STOPPED;
import static vn.lienthong.dossier.DossierState.SUBMITTED;
import static vn.lienthong.dossier.DossierState.SUPPLEMENT_REQUESTED;
import static vn.lienthong.dossier.DossierState.WITHDRAWN;

import java.util.EnumSet;
import java.util.Set;
import vn.lienthong.dossier.DossierState;

/** Which of the ten states may follow which: a dossier pauses and goes on, but never moves back and never rises again. */
final class StateOrder {

    private StateOrder() {}

    static boolean mayFollow(DossierState known, DossierState next) {
        return known != next && followers(known).contains(next);
    }

    private static Set<DossierState> followers(DossierState known) {
        return switch (known) {
            case SUBMITTED -> EnumSet.complementOf(EnumSet.of(SUBMITTED));
            case RECEIVED -> EnumSet.complementOf(EnumSet.of(SUBMITTED));
            // What was asked for at the desk goes back to the desk.
            case SUPPLEMENT_REQUESTED -> EnumSet.complementOf(EnumSet.of(SUBMITTED));
            case PROCESSING, FINANCIAL_OBLIGATION ->
                EnumSet.of(PROCESSING, SUPPLEMENT_REQUESTED, FINANCIAL_OBLIGATION, WITHDRAWN, STOPPED, READY, RETURNED);
            case READY -> EnumSet.of(RETURNED, STOPPED);
            case NOT_RECEIVED, WITHDRAWN, STOPPED, RETURNED -> EnumSet.noneOf(DossierState.class);
        };
    }
}
