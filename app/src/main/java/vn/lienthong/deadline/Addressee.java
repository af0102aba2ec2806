package vn.lienthong.deadline;

import java.util.Arrays;
import java.util.Locale;

/** Whom a rung calls; found in the organisation at the moment it is reached. */
enum Addressee {
    /** The officer who has the step in hand, or everybody who may take it. */
    ASSIGNEE(1),
    UNIT_HEAD(2),
    AGENCY_HEAD(3),
    /** The officer who watches over procedures, at the agency that owes or else at the one that received the dossier. */
    SUPERVISOR(3),
    /** The director of the one-stop centre that received the dossier. */
    CENTRE_DIRECTOR(4);

    private final int escalationLevel;

    Addressee(int escalationLevel) {
        this.escalationLevel = escalationLevel;
    }

    int escalationLevel() {
        return escalationLevel;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Addressee ofKey(String key) {
        return Arrays.stream(values())
                .filter(addressee -> addressee.key().equals(key.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("A rung cannot call \"" + key + "\""));
    }
}
