package vn.lienthong.interconnection.outbox;

import org.jspecify.annotations.Nullable;

/**
 * What a message is about, for those who look after it when it does not get away.
 *
 * @param unit whose supervisors see it; null: the technical administrator alone
 * @param dossier number that the pages lead to
 */
public record About(@Nullable String unit, @Nullable String dossier) {

    static final About NOTHING = new About(null, null);
}
