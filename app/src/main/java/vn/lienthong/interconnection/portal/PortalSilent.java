package vn.lienthong.interconnection.portal;

/** The portal could not be asked. */
public final class PortalSilent extends Exception {

    private static final long serialVersionUID = 1L;

    PortalSilent(String why) {
        super(why);
    }
}
