package vn.lienthong.interconnection;

/** How a leg reaches its agency. */
public enum Channel {
    /** The agency works here: its own procedure runs. */
    LOCAL,
    /** The agency's software fetches it by the external-task protocol. */
    PULL,
    /** It is sent to the agency's software, or to another installation, as an envelope. */
    PUSH
}
