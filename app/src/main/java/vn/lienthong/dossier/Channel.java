package vn.lienthong.dossier;

/** How a dossier was handed in. */
public enum Channel {
    COUNTER,
    ONLINE,
    POST
}
