package vn.lienthong.agency;

/** For tests that change the organisation behind its back. */
public final class Changed {

    private Changed() {}

    /** The next question is answered from the database. */
    public static void organisation(Organisation organisation) {
        organisation.forget();
    }
}
