package vn.lienthong.interconnection.peer;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A system outside that takes envelopes.
 *
 * @param name by which this installation knows it
 * @param agencies codes of the agencies behind it
 */
public record Peer(
        String name,
        List<String> agencies,
        URI url,
        @Nullable URI keys,
        @Nullable Path secretFile) {}
