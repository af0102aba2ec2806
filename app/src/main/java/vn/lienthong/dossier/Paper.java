package vn.lienthong.dossier;

import org.jspecify.annotations.Nullable;

/**
 * A paper of the application.
 *
 * @param code as the procedure names it
 * @param form ORIGINAL, CERTIFIED, COPY or ELECTRONIC
 * @param document id of the stored file, when there is one
 */
public record Paper(
        String code, String form, int copies, @Nullable String document) {}
