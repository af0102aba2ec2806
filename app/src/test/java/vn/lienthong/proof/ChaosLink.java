package vn.lienthong.proof;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** A bad line in front of a server: what goes through it is lost, delayed, doubled, overtaken and torn, by dice with a seed. */
final class ChaosLink implements AutoCloseable {

    /** What can happen to a request. */
    enum Fault {
        /** Arrives, and is answered, as it should be. */
        NONE,
        /** Never arrives. */
        CUT,
        /** Arrives, and the answer does not. */
        ANSWER_LOST,
        /** Arrives, and the answer comes in half. */
        ANSWER_TORN,
        DELAYED,
        /** Arrives once more, later, when nobody expects it. */
        DOUBLED,
        /** Waits until another one has gone by. */
        OVERTAKEN
    }

    private static final Duration LONGEST_DELAY = Duration.ofMillis(1_500);

    private static final Duration LONGEST_ECHO = Duration.ofSeconds(5);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Belong to one connection, or are written anew for each. */
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("host", "connection", "content-length", "transfer-encoding", "upgrade", "http2-settings", "expect");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final ExecutorService lines = Executors.newCachedThreadPool();
    private final Map<Fault, LongAdder> counted = new EnumMap<>(Fault.class);
    private final Queue<CountDownLatch> held = new ConcurrentLinkedQueue<>();
    private final HttpServer server;
    private final URI target;
    private final Random random;

    private volatile double faulty;
    private volatile boolean up = true;

    /** @param faulty how many of the requests have a fault, from 0 to 1 */
    ChaosLink(URI target, double faulty, Random random) {
        this.target = target;
        this.faulty = faulty;
        this.random = random;
        Arrays.stream(Fault.values()).forEach(fault -> counted.put(fault, new LongAdder()));
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::pass);
        server.setExecutor(lines);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** From now on everything arrives. */
    void mend() {
        faulty = 0;
        up = true;
    }

    /** Nothing goes through until it is {@link #reconnect() connected} again. */
    void disconnect() {
        up = false;
    }

    void reconnect() {
        up = true;
    }

    /** How often what happened. */
    Map<Fault, Long> counts() {
        return counted.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> each.getValue().sum(),
                        (a, b) -> a,
                        () -> new EnumMap<>(Fault.class)));
    }

    private void pass(HttpExchange exchange) throws IOException {
        // Closing an exchange that has no answer yet resets the connection.
        try (exchange) {
            HttpRequest request = copy(exchange);
            Fault fault = next();
            counted.get(fault).increment();
            switch (fault) {
                case CUT -> {}
                case ANSWER_LOST -> send(request);
                case ANSWER_TORN -> answer(exchange, send(request), true);
                case DELAYED -> {
                    Thread.sleep(millis(LONGEST_DELAY));
                    answer(exchange, send(request), false);
                }
                case DOUBLED -> {
                    answer(exchange, send(request), false);
                    echo(request);
                }
                case OVERTAKEN -> {
                    var latch = new CountDownLatch(1);
                    held.add(latch);
                    latch.await(LONGEST_DELAY.toMillis(), TimeUnit.MILLISECONDS);
                    answer(exchange, send(request), false);
                }
                case NONE -> {
                    answer(exchange, send(request), false);
                    CountDownLatch waiting = held.poll();
                    if (waiting != null) {
                        waiting.countDown();
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Fault next() {
        if (!up) {
            return Fault.CUT;
        }
        synchronized (random) {
            return random.nextDouble() < faulty
                    ? Fault.values()[1 + random.nextInt(Fault.values().length - 1)]
                    : Fault.NONE;
        }
    }

    private long millis(Duration longest) {
        synchronized (random) {
            return random.nextInt((int) longest.toMillis());
        }
    }

    private HttpRequest copy(HttpExchange exchange) throws IOException {
        URI address = target.resolve(exchange.getRequestURI().toString());
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(PATIENCE);
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        byte[] body = exchange.getRequestBody().readAllBytes();
        return request.method(
                        exchange.getRequestMethod(),
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                .build();
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.ofByteArray());
    }

    private void echo(HttpRequest request) {
        long later = millis(LONGEST_ECHO);
        lines.submit(() -> {
            Thread.sleep(later);
            return send(request);
        });
    }

    private static void answer(HttpExchange exchange, HttpResponse<byte[]> response, boolean torn) throws IOException {
        response.headers().map().forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        byte[] body = response.body();
        exchange.sendResponseHeaders(response.statusCode(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body, 0, torn ? body.length / 2 : body.length);
    }

    @Override
    public void close() {
        server.stop(0);
        lines.shutdownNow();
    }
}
