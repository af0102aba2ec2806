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
 */
public record Application(
        @Nullable String procedure,
        @Nullable Object channel,
        @Nullable Object applicant,
        @Nullable Object data,
        @Nullable Object papers) {}
