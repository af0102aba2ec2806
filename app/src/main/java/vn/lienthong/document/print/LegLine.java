package vn.lienthong.document.print;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One agency's part of a dossier.
 *
 * @param number number of the linked dossier at that agency, once there is one
 * @param budget the time the law gives it, in words
 * @param originalDueAt promised at reception
 * @param dueAt promised now
 */
public record LegLine(
        String agency, String subject, @Nullable String number, String budget, Instant originalDueAt, Instant dueAt) {}
