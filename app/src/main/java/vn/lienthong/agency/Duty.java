package vn.lienthong.agency;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an officer is there for at a unit. Files and diagrams write the {@link #key()}, for example {@code case-officer}. */
public enum Duty {
    RECEPTION_OFFICER,
    CASE_OFFICER,
    UNIT_HEAD,
    AGENCY_HEAD,
    CLERK,
    CASHIER,
    RETURNS_OFFICER,
    SUPERVISOR,
    CENTRE_DIRECTOR,
    BUSINESS_ADMINISTRATOR,
    PROCESS_DESIGNER,
    TECHNICAL_ADMINISTRATOR,
    INSPECTOR;

    private final String key = name().toLowerCase(Locale.ROOT).replace('_', '-');

    public String key() {
        return key;
    }

    public static Optional<Duty> ofKey(String key) {
        return Arrays.stream(values()).filter(duty -> duty.key.equals(key)).findFirst();
    }
}
