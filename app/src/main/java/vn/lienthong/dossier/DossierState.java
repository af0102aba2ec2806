package vn.lienthong.dossier;

import java.util.Locale;

/**
 * Where a dossier stands, in the ten states that every agency exchanges (code 1 to 10). Money, delivery and
 * synchronisation are axes of their own.
 */
public enum DossierState {
    SUBMITTED(1),
    RECEIVED(2),
    NOT_RECEIVED(3),
    PROCESSING(4),
    SUPPLEMENT_REQUESTED(5),
    FINANCIAL_OBLIGATION(6),
    WITHDRAWN(7),
    STOPPED(8),
    READY(9),
    RETURNED(10);

    private final int code;

    DossierState(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** The state in the words of the API, for example {@code supplement-requested}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Nothing more will happen to it. */
    public boolean isFinal() {
        return this == NOT_RECEIVED || this == WITHDRAWN || this == STOPPED || this == RETURNED;
    }

    public static DossierState ofCode(int code) {
        return values()[code - 1];
    }
}
