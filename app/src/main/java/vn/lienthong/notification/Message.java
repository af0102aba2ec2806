package vn.lienthong.notification;

/** A message that waits to be sent. */
record Message(long id, String dossier, String recipient, String subject, String body, int attempts) {}
