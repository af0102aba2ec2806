package vn.lienthong.operations.consistency;

import org.jspecify.annotations.Nullable;

/** What one question found: what it is about, and which part of that. */
record Found(String subject, @Nullable String detail) {}
