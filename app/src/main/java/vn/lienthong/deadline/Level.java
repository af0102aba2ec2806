package vn.lienthong.deadline;

/** Whose promise a clock measures. All three run at once. */
public enum Level {
    /** What the citizen was promised. */
    DOSSIER,
    /** What an agency owes. */
    LEG,
    /** What an officer owes. */
    STEP
}
