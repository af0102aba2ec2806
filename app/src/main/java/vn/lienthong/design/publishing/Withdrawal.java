package vn.lienthong.design.publishing;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Says that nothing more is received by an edition.
 *
 * @param decision number of the document that says so
 */
public record Withdrawal(String procedure, LocalDate edition, String decision, String reason, String by, Instant at) {}
