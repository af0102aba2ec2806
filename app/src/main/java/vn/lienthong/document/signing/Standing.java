package vn.lienthong.document.signing;

/** What a certificate is worth. */
public enum Standing {
    /** An authority that is believed here vouches for it, and it was valid when it signed. */
    TRUSTED,
    /** Made up by this installation to try things out. */
    DEMONSTRATION,
    /** It had expired, or was not valid yet, at the time of signing. */
    NOT_VALID_THEN,
    /** Nobody who is believed here vouches for it. */
    UNKNOWN
}
