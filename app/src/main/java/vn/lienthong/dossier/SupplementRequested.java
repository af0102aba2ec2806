package vn.lienthong.dossier;

import java.time.Instant;

/**
 * The applicant was asked to complete the dossier; its clocks pause.
 *
 * @param round 1 for the first request of this dossier
 */
public record SupplementRequested(
        DossierNumber number, String reason, String legalBasis, int round, String actor, Instant at) {}
