package vn.lienthong.interconnection.pull;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a hand-over, told by whoever fetches its work. Implemented where hand-overs are kept; everything in the
 * caller's transaction, and told twice is told once.
 */
public interface Settling {

    /**
     * A hand-over.
     *
     * @param origin number of the citizen's dossier
     * @param fromUnit code of the unit that handed it over
     */
    record About(UUID id, String origin, String leg, String fromUnit) {}

    /** @param number of the dossier opened for the leg */
    About about(String number);

    /** The agency has it now; responsibility moves. */
    void acknowledged(String number, String by);

    /** @param externalNumber the agency's own number; null when it has none */
    void settled(String number, @Nullable String externalNumber, String by);

    void returned(String number, String reasons, String by);

    void refused(String number, String reasons, String by);

    /** The agency's program has given up, and a person has to look. */
    void gaveUp(String number, String why, String by);
}
