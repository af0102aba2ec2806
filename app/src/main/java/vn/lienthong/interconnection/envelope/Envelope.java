package vn.lienthong.interconnection.envelope;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message about a hand-over. Its JSON Schema is published at {@code /public/interconnection/envelope.schema.json}.
 *
 * @param id of this message: the same one again changes nothing
 * @param handover id of the hand-over that it is about, given by who hands over
 * @param sequence 1, 2, 3, … for each hand-over and direction; what comes too early waits for what is before it
 * @param from whose message it is; the signature must be by a key of this agency
 * @param number number of the dossier at the receiving agency, once it has one
 * @param reasons why it was returned, refused or taken back, for people to read
 * @param part what is asked for; with a {@link Kind#HANDOVER} only
 * @param data parts of the dossier's content: those handed over, or those that come back
 * @param attachments papers handed over, or results that come back
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Envelope(
        UUID id,
        UUID handover,
        int sequence,
        Kind kind,
        Instant sentAt,
        Party from,
        Party to,
        @Nullable String number,
        @Nullable String reasons,
        @Nullable Part part,
        Map<String, Object> data,
        List<Attachment> attachments) {

    /** What a message says; the first four go to the receiving agency, the others come back. */
    public enum Kind {
        HANDOVER,
        /** What was returned, completed. */
        CORRECTION,
        /** Please give it back, unless you have accepted it. */
        TAKE_BACK,
        /** The dossier it belongs to has ended: stop, whatever you have done. */
        CANCEL,
        ACCEPTED,
        RETURNED,
        REFUSED,
        DONE,
        /** Answers {@link #TAKE_BACK} and {@link #CANCEL}. */
        TAKEN_BACK,
        /** Answers {@link #TAKE_BACK}: it was accepted already. */
        KEPT;

        /** Whether it goes from who hands over to who receives. */
        public boolean isForward() {
            return this == HANDOVER || this == CORRECTION || this == TAKE_BACK || this == CANCEL;
        }
    }

    /** @param code identifier code of the agency (Decision 20/2020/QĐ-TTg), for example {@code G01.H99.12} */
    public record Party(String code, String name) {}

    /**
     * @param procedure key of the receiving agency's procedure
     * @param nationalCode of that procedure, for systems that go by it
     * @param origin number of the dossier that the citizen handed in
     * @param leg id of the part in the origin's procedure
     * @param area code of the commune whose agencies are competent
     * @param channel how the citizen filed: COUNTER, ONLINE or POST
     * @param dueAt when the sender promised the result of this part
     * @param results codes of the documents that are asked for
     * @param returns names of the parts of {@link #data} that are to come back
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Part(
            String procedure,
            String nationalCode,
            String procedureName,
            String origin,
            String leg,
            String area,
            String channel,
            @Nullable Instant dueAt,
            List<String> results,
            List<String> returns) {

        public Part {
            results = orNone(results);
            returns = orNone(returns);
        }
    }

    /**
     * A file.
     *
     * @param code code of the paper or of the result
     * @param number the document's own number, of results
     * @param size bytes
     * @param document id under which the sender keeps it; never leaves the sender
     * @param content Base64; put in when the message leaves
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Attachment(
            String code,
            @Nullable String number,
            String fileName,
            String mediaType,
            long size,
            String sha256,
            @Nullable String document,
            @Nullable String content) {

        public Attachment carrying(@Nullable String base64) {
            return new Attachment(code, number, fileName, mediaType, size, sha256, null, base64);
        }
    }

    public Envelope {
        data = data == null ? Map.of() : data;
        attachments = orNone(attachments);
    }

    public Envelope with(List<Attachment> others) {
        return new Envelope(id, handover, sequence, kind, sentAt, from, to, number, reasons, part, data, others);
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
