package vn.lienthong.deadline;

import java.time.Instant;
import vn.lienthong.dossier.DossierNumber;

/** A citizen is promised another date than before: time was taken out, more was granted, or a calendar changed. */
public record PromiseMoved(DossierNumber number, Instant from, Instant to) {}
