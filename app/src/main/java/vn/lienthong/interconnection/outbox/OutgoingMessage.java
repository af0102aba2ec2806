package vn.lienthong.interconnection.outbox;

import java.util.UUID;

/**
 * A message on its way.
 *
 * @param id the same at every try; the receiver knows a repeat by it
 * @param destination whom it is for
 * @param stream the row in which it stands at this destination
 * @param kind what the carrier and the listeners know it by
 * @param attempts which try this is, from 1
 */
public record OutgoingMessage(UUID id, String destination, String stream, String kind, String body, int attempts) {}
