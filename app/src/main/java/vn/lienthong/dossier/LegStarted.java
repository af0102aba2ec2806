package vn.lienthong.dossier;

import java.time.Instant;

/** An agency's leg began: its dossier was opened. */
public record LegStarted(DossierNumber origin, String leg, DossierNumber number, Instant at) {}
