package vn.lienthong.dossier;

import java.time.Instant;
import java.util.Map;

/**
 * Something happened to a dossier and was written into its history.
 *
 * @param number the dossier it happened to
 * @param root the citizen's dossier that it belongs to
 * @param what kebab-case kind, such as {@code supplemented}
 */
public record TimelineWritten(
        DossierNumber number, DossierNumber root, Actor actor, String what, Map<String, Object> details, Instant at) {}
