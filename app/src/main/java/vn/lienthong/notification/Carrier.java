package vn.lienthong.notification;

/** What takes messages out of the house: a mail server, an SMS gateway. */
interface Carrier {

    Message.Channel channel();

    /** Whether this installation has one. */
    boolean available();

    /**
     * Hands a message over. Asked again after a failure or a crash, so whoever receives it may see the same message
     * twice; both carriers name it, so that a repeat can be recognised.
     */
    void carry(Message message) throws NotCarried;
}
