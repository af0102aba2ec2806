package vn.lienthong.dossier;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a dossier went from agency to agency. Answered by whoever hands it over. */
public interface HandingOver {

    /**
     * One hand-over of a part of the dossier.
     *
     * @param from code of the unit that gave it
     * @param to code of the unit that has it to do
     * @param takenBy username of who took it up; null until then
     */
    record Pass(
            String leg,
            String from,
            String to,
            Instant givenAt,
            @Nullable String takenBy,
            @Nullable Instant takenAt) {}

    /** In the order in which they happened. */
    List<Pass> of(DossierNumber number);
}
