package vn.lienthong.design;

/** How bad a finding is. */
public enum Severity {
    /** The procedure must not be published. */
    ERROR,
    /** Somebody should look at it and may decide that it is right as it is. */
    WARNING
}
