package vn.lienthong.dossier;

import java.time.Instant;

/** An agency's leg is over; {@code state} says how. */
public record LegEnded(DossierNumber origin, String leg, LegState state, Instant at) {}
