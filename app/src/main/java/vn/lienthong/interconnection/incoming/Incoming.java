package vn.lienthong.interconnection.incoming;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A hand-over that a peer made to an agency here.
 *
 * @param agency code of the agency here
 * @param origin number of the dossier there
 * @param number of our own dossier for it; null when it was refused at the door
 * @param state as we last said, or were told
 * @param results codes of the documents that are asked for
 * @param returns names of the parts of the content that are to go back
 * @param sequence of the last envelope sent back
 */
public record Incoming(
        UUID handover,
        String peer,
        String agency,
        String senderCode,
        String senderName,
        String receiverCode,
        String origin,
        String leg,
        @Nullable String number,
        State state,
        List<String> results,
        List<String> returns,
        Instant receivedAt,
        int sequence) {

    /** Where it stands. */
    public enum State {
        /** Lies here; nobody has looked at it. */
        RECEIVED,
        ACCEPTED,
        /** Back with the sender, who completes it. */
        RETURNED,
        REFUSED,
        DONE,
        TAKEN_BACK;

        public boolean isOver() {
            return this == REFUSED || this == DONE || this == TAKEN_BACK;
        }
    }
}
