package vn.lienthong.agency;

/** For tests that change the organisation or its calendars behind their back. */
public final class Changed {

    private Changed() {}

    /** The next question is answered from the database. */
    public static void organisation(Organisation organisation) {
        organisation.forget();
    }

    /** The same for calendars. */
    public static void calendars(Calendars calendars) {
        calendars.forget();
    }
}
