package vn.lienthong.agency;

/** What a unit is; some units are agencies of their own, the others belong to one. */
public enum UnitKind {
    /** Ủy ban nhân dân of a commune, ward or special zone. */
    PEOPLES_COMMITTEE(true),
    PROVINCIAL_DEPARTMENT(true),
    POLICE(true),
    SOCIAL_INSURANCE(true),
    /** Any other agency. */
    AGENCY(true),
    ONE_STOP_CENTRE(false),
    DIVISION(false);

    private final boolean agency;

    UnitKind(boolean agency) {
        this.agency = agency;
    }

    public boolean isAgency() {
        return agency;
    }
}
