package vn.lienthong.interconnection;

/** Which agencies fetch their legs themselves. */
public interface PulledAgencies {

    /** @param agency code of the agency */
    boolean pulls(String agency);
}
