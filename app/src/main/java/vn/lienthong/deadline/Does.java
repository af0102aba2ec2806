package vn.lienthong.deadline;

/** What a rung wants of whom it calls. */
public enum Does {
    /** To know. */
    ADVISE,
    /** To act, and to say what was done. */
    ACT,
    /** To apologise to the citizen and to propose a new date. */
    APOLOGISE,
    /** To see to it that the citizen gets the letter; told only while there is none. */
    LETTER
}
