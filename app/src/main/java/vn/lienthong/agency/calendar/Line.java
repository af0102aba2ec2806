package vn.lienthong.agency.calendar;

import java.time.Instant;

/** One line of the account of a due date: what happened to the clock between two moments, and why. */
public record Line(Instant from, Instant to, Phrase what, Phrase why) {}
