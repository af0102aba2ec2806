package vn.lienthong.interconnection.outbox;

import java.util.UUID;

/**
 * A message was taken. Announced in the transaction that marks it: when a listener fails, the message counts as not
 * delivered and is carried again.
 *
 * @param answer body of the destination's answer
 */
public record Delivered(UUID id, String destination, String stream, String kind, String answer) {}
