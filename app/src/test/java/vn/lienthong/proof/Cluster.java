package vn.lienthong.proof;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Identical nodes on one PostgreSQL, each reached by officers over a line of its own. */
final class Cluster implements AutoCloseable {

    /** The same on every node, as an operator sets it. */
    private static final String SECRET = "0123456789abcdef".repeat(4);

    private final Server server;
    private final List<Installation> nodes;
    private final Map<Installation, ChaosLink> lines;

    /**
     * @param faulty how many of the officers' requests have a fault, from 0 to 1
     * @param settings of every node
     */
    Cluster(Path folder, int size, double faulty, Random random, String... settings) {
        server = new Server(folder);
        Path home = folder.resolve("home");
        nodes = IntStream.rangeClosed(1, size)
                .mapToObj(n -> new Installation("node-" + n, home, server.environment())
                        .set(server.settings())
                        .set("--lienthong.secret=" + SECRET)
                        .set(settings))
                .toList();
        lines = nodes.stream()
                .collect(Collectors.toMap(
                        node -> node,
                        node -> new ChaosLink(node.address(), faulty, random),
                        (a, b) -> a,
                        LinkedHashMap::new));
    }

    /** One after the other: the first makes the tables, and the keys that both sign with. */
    void start() {
        nodes.forEach(Installation::start);
    }

    Server server() {
        return server;
    }

    List<Installation> nodes() {
        return nodes;
    }

    Map<Installation, ChaosLink> lines() {
        return lines;
    }

    /** Where officers reach each node. */
    Map<Installation, URI> doors() {
        return lines.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().address(), (a, b) -> a, LinkedHashMap::new));
    }

    /** The one database, to be looked into. */
    Books books() {
        return new Books(nodes.get(0), server.jdbc());
    }

    @Override
    public void close() {
        nodes.forEach(Installation::close);
        lines.values().forEach(ChaosLink::close);
        server.close();
    }
}
