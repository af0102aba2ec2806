package vn.lienthong.deadline;

import java.time.Instant;
import vn.lienthong.dossier.DossierNumber;

/** A citizen is promised another date than before. */
public record PromiseMoved(DossierNumber number, Instant from, Instant to, Why why) {

    /** What moved it. */
    public enum Why {
        /** The applicant completed the dossier; the time that took is not counted. */
        SUPPLEMENT,
        /** The administration was granted more time, which it owes an apology for. */
        EXTENSION,
        /** A calendar changed, or other agencies became competent. */
        RECOMPUTED
    }
}
