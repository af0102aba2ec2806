package vn.lienthong.interconnection.pull;

/** A client asks for the work of an agency that is not its own. */
class NotForThisClient extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotForThisClient(MachineClient client, String topic) {
        super("The client '" + client.client() + "' does not serve the topic '" + topic + "'");
    }
}
