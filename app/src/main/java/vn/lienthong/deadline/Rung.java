package vn.lienthong.deadline;

import java.util.Locale;

/**
 * A rung of the ladder that a clock climbs while it runs out.
 *
 * @param id the same for the same rung of the same edition; a clock reaches each id once
 * @param to who is called
 * @param atOnce told when it is reached, at night too; otherwise at the next opening
 */
record Rung(String id, Level of, When when, Addressee to, Does does, boolean atOnce) {

    /** As it was written: {@code 80%}, {@code due}, {@code +1 WORKING_DAY}. */
    String at() {
        return id.substring(0, id.length() - to.key().length()).strip();
    }

    /** Reads what a designer writes in {@code ladder}. */
    static Rung of(String at, String of, String to, String does) {
        var level = Level.valueOf(of.toUpperCase(Locale.ROOT));
        return new Rung(
                at.strip() + " " + to.strip(),
                level,
                When.parse(at),
                Addressee.ofKey(to),
                Does.valueOf(does.toUpperCase(Locale.ROOT)),
                false);
    }

    /** The same, told when it is reached. */
    Rung toldAtOnce() {
        return new Rung(id, of, when, to, does, true);
    }
}
