package vn.lienthong.dossier;

import org.jspecify.annotations.Nullable;

/**
 * What a citizen hands in, as it comes: nothing is trusted before the procedure has checked it.
 *
 * @param procedure key of the procedure
 * @param channel COUNTER, ONLINE or POST
 * @param applicant fullName, identityNumber, phone, email, address, relation…
 * @param data the content, as the procedure's forms ask for it
 * @param papers code, form, copies and, for an uploaded file, document
 * @param intake who helped to file it online (helper: fullName, organisation, identityNumber), or how the post brought it
 *     (waybill, arrivedOn); null when nothing is said about it
 */
public record Application(
        @Nullable String procedure,
        @Nullable Object channel,
        @Nullable Object applicant,
        @Nullable Object data,
        @Nullable Object papers,
        @Nullable Object intake) {

    /** Nothing is said about how it came. */
    public Application(
            @Nullable String procedure,
            @Nullable Object channel,
            @Nullable Object applicant,
            @Nullable Object data,
            @Nullable Object papers) {
        this(procedure, channel, applicant, data, papers, null);
    }
}
