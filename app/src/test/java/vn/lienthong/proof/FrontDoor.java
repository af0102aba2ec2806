package vn.lienthong.proof;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * A reverse proxy as everybody has one: sends people to nodes that say that they are ready, in turn, and to the next one when it
 * cannot connect. What broke off after it was sent is not sent again, because nobody knows what has become of it; it is
 * counted, and the caller gets a 502.
 */
final class FrontDoor implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private static final Set<String> OF_THE_CONNECTION =
            Set.of("host", "connection", "content-length", "transfer-encoding", "upgrade", "http2-settings", "expect");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private final List<Installation> nodes;
    private final Set<Installation> ready = ConcurrentHashMap.newKeySet();
    private final Map<Installation, LongAdder> served = new ConcurrentHashMap<>();
    private final Map<Installation, AtomicInteger> inside = new ConcurrentHashMap<>();
    private final Set<Installation> out = ConcurrentHashMap.newKeySet();
    private final Queue<String> brokenOff = new ConcurrentLinkedQueue<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final HttpServer server;
    private final ExecutorService lines = Executors.newCachedThreadPool();
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor();

    FrontDoor(List<Installation> nodes) {
        this.nodes = nodes;
        nodes.forEach(node -> {
            served.put(node, new LongAdder());
            inside.put(node, new AtomicInteger());
        });
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::pass);
        server.setExecutor(lines);
        server.start();
        looking.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    boolean sendsPeopleTo(Installation node) {
        return ready.contains(node);
    }

    long served(Installation node) {
        return at(served, node).sum();
    }

    /** Sends nobody there any more, and waits until everybody who was there has left. */
    void takeOut(Installation node) throws InterruptedException {
        out.add(node);
        ready.remove(node);
        do {
            Thread.sleep(LOOK_EVERY.toMillis());
        } while (at(inside, node).get() > 0);
    }

    void letIn(Installation node) {
        out.remove(node);
    }

    /** Requests that a node had received and did not answer. */
    List<String> brokenOff() {
        return List.copyOf(brokenOff);
    }

    private static <T> T at(Map<Installation, T> all, Installation node) {
        return Objects.requireNonNull(all.get(node));
    }

    private void look() {
        for (Installation node : nodes) {
            if (!out.contains(node) && says(node) && !out.contains(node)) {
                ready.add(node);
            } else {
                ready.remove(node);
            }
        }
    }

    private boolean says(Installation node) {
        HttpRequest question = HttpRequest.newBuilder(node.address().resolve("/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(3))
                .build();
        try {
            return http.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            for (int tries = 0; tries < 2 * nodes.size(); tries++) {
                Installation node = nodes.get(Math.floorMod(turn.getAndIncrement(), nodes.size()));
                if (!ready.contains(node)) {
                    continue;
                }
                at(inside, node).incrementAndGet();
                try {
                    answer(exchange, http.send(copy(exchange, node, body), BodyHandlers.ofByteArray()));
                    at(served, node).increment();
                    return;
                } catch (ConnectException | HttpConnectTimeoutException e) {
                    ready.remove(node);
                } catch (IOException e) {
                    brokenOff.add(node + " " + exchange.getRequestMethod() + " " + exchange.getRequestURI() + ": " + e);
                    exchange.sendResponseHeaders(502, -1);
                    return;
                } finally {
                    at(inside, node).decrementAndGet();
                }
            }
            exchange.sendResponseHeaders(503, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpRequest copy(HttpExchange exchange, Installation node, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        node.address().resolve(exchange.getRequestURI().toString()))
                .timeout(Duration.ofSeconds(60));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.method(
                        exchange.getRequestMethod(),
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                .build();
    }

    private static void answer(HttpExchange exchange, HttpResponse<byte[]> response) throws IOException {
        response.headers().map().forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        byte[] body = response.body();
        exchange.sendResponseHeaders(response.statusCode(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        looking.shutdownNow();
        server.stop(0);
        lines.shutdownNow();
    }
}
