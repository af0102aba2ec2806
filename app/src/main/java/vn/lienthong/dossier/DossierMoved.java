package vn.lienthong.dossier;

import java.time.Instant;

/** A dossier came to another state. */
public record DossierMoved(DossierNumber number, DossierState from, DossierState to, Instant at) {}
