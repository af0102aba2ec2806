package vn.lienthong.worklist;

import org.jspecify.annotations.Nullable;

/**
 * A part of the work that somebody oversees; what is null restricts nothing.
 *
 * @param agency code of the agency that owes the step
 * @param unit code of the unit that owes the step
 * @param leg key of the step's procedure and of the leg, as {@code death-registration/civil-status}
 * @param officer username of who has the step, or {@link #NOBODY}
 * @param procedure key of the step's procedure
 */
public record Scope(
        @Nullable String agency,
        @Nullable String unit,
        @Nullable String leg,
        @Nullable String officer,
        @Nullable String procedure) {

    public static final Scope ALL = new Scope(null, null, null, null, null);

    /** Stands for an officer where nobody has taken the step. */
    public static final String NOBODY = "-";

    public @Nullable String value(Dimension dimension) {
        return switch (dimension) {
            case AGENCY -> agency;
            case UNIT -> unit;
            case LEG -> leg;
            case OFFICER -> officer;
            case PROCEDURE -> procedure;
        };
    }

    /** The same with another value; null takes the restriction away. */
    public Scope with(Dimension dimension, @Nullable String value) {
        return new Scope(
                dimension == Dimension.AGENCY ? value : agency,
                dimension == Dimension.UNIT ? value : unit,
                dimension == Dimension.LEG ? value : leg,
                dimension == Dimension.OFFICER ? value : officer,
                dimension == Dimension.PROCEDURE ? value : procedure);
    }

    boolean isNobody() {
        return NOBODY.equals(officer);
    }
}
