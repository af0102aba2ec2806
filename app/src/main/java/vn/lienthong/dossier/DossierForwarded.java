package vn.lienthong.dossier;

import java.time.Instant;

/** A dossier was handed to the agencies of another commune, which are the competent ones. */
public record DossierForwarded(DossierNumber number, String fromArea, String toArea, Instant at) {}
