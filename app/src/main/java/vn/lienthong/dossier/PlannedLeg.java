package vn.lienthong.dossier;

import org.jspecify.annotations.Nullable;
import vn.lienthong.agency.calendar.Budget;

/**
 * One agency's part as planned when the dossier was received.
 *
 * @param leg id in procedure.yml
 * @param unit code of the unit that owes it
 * @param after id of the leg whose end it waits for; null when it starts with the dossier
 * @param founding done by the dossier's own steps rather than by a linked dossier
 * @param budget what the agency is given for this dossier
 */
public record PlannedLeg(String leg, String unit, @Nullable String after, boolean founding, Budget budget) {}
