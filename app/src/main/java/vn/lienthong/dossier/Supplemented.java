package vn.lienthong.dossier;

import java.time.Instant;

/** The applicant completed the dossier; its clocks run again. */
public record Supplemented(DossierNumber number, Instant at) {}
