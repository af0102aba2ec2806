package vn.lienthong.dossier;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.procedure.FormSchema;

/** The step at which the results of a dossier wait to be handed over. Answered by the worklist. */
public interface ReturnStep {

    /**
     * @param unit where the results wait
     * @param form what the step asks; null when it has no form
     * @param answers the form with what the dossier knows already
     */
    record Open(String taskId, String unit, @Nullable FormSchema form, Map<String, @Nullable Object> answers) {}

    /** Empty while the results are not all there, and once they were handed over. */
    Optional<Open> of(DossierNumber number);

    /**
     * Ends the step in the ordinary way.
     *
     * @param answers to the step's form
     * @throws vn.lienthong.command.InvalidInput with every fault of the answers, below {@code data}
     * @throws vn.lienthong.command.Forbidden when the caller neither returns results nor receives dossiers there
     */
    void complete(DossierNumber number, Map<String, @Nullable Object> answers);
}
