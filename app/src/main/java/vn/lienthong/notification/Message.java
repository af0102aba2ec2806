package vn.lienthong.notification;

/** A message that this node is sending. */
record Message(
        long id,
        String dossier,
        String unit,
        String notice,
        Channel channel,
        String recipient,
        String subject,
        String body,
        int attempts) {

    /** How a message travels. */
    enum Channel {
        EMAIL,
        SMS
    }
}
