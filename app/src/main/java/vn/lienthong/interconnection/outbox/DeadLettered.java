package vn.lienthong.interconnection.outbox;

import java.util.UUID;

/** A message was refused for good or tried long enough: a person must look. Announced in the transaction that marks it. */
public record DeadLettered(UUID id, String destination, String stream, String kind, String why) {}
