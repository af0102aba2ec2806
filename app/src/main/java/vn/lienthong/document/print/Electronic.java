package vn.lienthong.document.print;

import java.time.Instant;

/**
 * An electronic signature as it is told on the paper itself.
 *
 * @param by full name of who signs
 * @param agency whose official that is
 * @param verify address of the page that tells whether a copy is whole
 */
public record Electronic(String by, String agency, Instant at, String verify) {}
