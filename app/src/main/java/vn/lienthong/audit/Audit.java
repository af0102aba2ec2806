package vn.lienthong.audit;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What modules tell the log. That a command was given they need not tell: whatever an address with a changing method
 * commits is entered by itself, by {@link Recording}.
 */
@Component
public class Audit {

    private final Recording recording;
    private final Looks looks;

    Audit(Recording recording, Looks looks) {
        this.recording = recording;
        this.looks = looks;
    }

    /**
     * Binds a line of history to the log's entry of this transaction.
     *
     * @param unit whose dossier it is, for what nobody commanded
     * @return what the line has to be kept with
     * @throws IllegalStateException outside a transaction, as whatever is in hand refuses
     */
    public UUID happened(Happening line, String unit) {
        return recording.inHand().add(line, unit);
    }

    /** What the log knows lines of history by that one command wrote, in their order. */
    public static String fingerprint(List<Happening> lines) {
        var fingerprint = new Fingerprint();
        lines.forEach(fingerprint::add);
        return fingerprint.take();
    }

    /**
     * Something that no address asked for and that touches no dossier: a command at the machine.
     *
     * @param act {@code COMMAND <name>}
     * @param about what it was done to, never what was written into it
     * @param unit in whose chain it stands
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void did(String act, Map<String, String> about, String unit) {
        recording.inHand().is(act, about, unit);
    }

    /** Somebody who has no part in a dossier looks at it. Entered once per request, when the request is over. */
    public void looked(String dossier) {
        looks.at(dossier);
    }
}
