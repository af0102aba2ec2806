package vn.lienthong.dossier;

import java.util.Locale;

/** Where one agency's part of a dossier stands. */
public enum LegState {
    PLANNED,
    RUNNING,
    DONE,
    REFUSED,
    WITHDRAWN,
    CANCELLED;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isOver() {
        return this != PLANNED && this != RUNNING;
    }
}
