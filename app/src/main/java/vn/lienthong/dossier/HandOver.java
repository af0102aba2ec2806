package vn.lienthong.dossier;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an officer says of results that leave the desk.
 *
 * @param method COUNTER, POST or ELECTRONIC
 * @param collector who takes them; only at the counter
 * @param waybill number of the parcel; only by post
 * @param items which of the results, by their ids
 * @param signature drawn on the screen, as the address of a PNG image; null or empty for none
 * @param signedOnPaper whether the slip is signed with a pen instead
 * @param answers to what else the procedure's step asks
 */
public record HandOver(
        @Nullable String method,
        @Nullable Collector collector,
        @Nullable String waybill,
        List<String> items,
        @Nullable String signature,
        boolean signedOnPaper,
        Map<String, @Nullable Object> answers) {

    public static final String COUNTER = "COUNTER";
    public static final String POST = "POST";
    public static final String ELECTRONIC = "ELECTRONIC";

    /** Who stands at the desk. */
    public enum Who {
        APPLICANT,
        AUTHORISED
    }

    /**
     * Who takes the results.
     *
     * @param fullName of somebody who is authorised; the applicant's own is known
     * @param authorisation the paper that says so
     */
    public record Collector(
            @Nullable Who who,
            @Nullable String fullName,
            @Nullable String identityNumber,
            @Nullable String authorisation) {}
}
