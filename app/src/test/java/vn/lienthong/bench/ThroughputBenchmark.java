package vn.lienthong.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * How many dossiers a server carries through five steps over HTTP, beside Camunda and Flowable behind their own REST
 * interfaces: alternating rounds on one PostgreSQL that writes through, so that the ratios mean something on any machine.
 * docs/for-developers says how to start it and what came out last.
 *
 * <p>{@code -Dbench.rounds} (5), {@code -Dbench.seconds} a round (20), {@code -Dbench.warm-up} seconds of every side before the
 * first (300: until then the compiler takes up to half of a small machine, and what it has not come to is slow),
 * {@code -Dbench.clients} (8), {@code -Dbench.sides} (names with commas; all), {@code -Dbench.java} (options for every side's
 * virtual machine; none).
 */
class ThroughputBenchmark {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int WARM_UP = Integer.getInteger("bench.warm-up", 300);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 20);
    private static final int CLIENTS = Integer.getInteger("bench.clients", 8);
    private static final Path FOLDER = Path.of("target", "bench");

    /** What a side did in one round. */
    private record Round(int dossiers, double seconds, long[] completions, Postgres.Counters counters) {

        double perSecond() {
            return dossiers / seconds;
        }
    }

    @Test
    void measure() throws Exception {
        try (Postgres postgres = new Postgres(FOLDER.resolve("postgresql"))) {
            List<Side> sides = sides(postgres);
            Map<Side, List<Round>> rounds = new LinkedHashMap<>();
            try {
                for (Side side : sides) {
                    postgres.create(side.name());
                    side.start();
                    round(side, postgres, WARM_UP);
                    rounds.put(side, new ArrayList<>());
                }
                for (int i = 0; i < ROUNDS; i++) {
                    for (Side side : sides) {
                        rounds.get(side).add(round(side, postgres, SECONDS));
                    }
                }
            } finally {
                sides.forEach(Side::close);
            }
            report(rounds);
        }
    }

    private static List<Side> sides(Postgres postgres) {
        List<String> wanted =
                List.of(System.getProperty("bench.sides", "lienthong,lienthong-as-an-engine,camunda-rest,flowable-rest")
                        .split(","));
        return List.<Side>of(
                        new LienThongSide(postgres, FOLDER.resolve("home"), false),
                        new LienThongSide(postgres, FOLDER.resolve("home-as-an-engine"), true),
                        new CamundaRestSide(postgres),
                        new FlowableRestSide(postgres))
                .stream()
                .filter(side -> wanted.contains(side.name()))
                .toList();
    }

    private static Round round(Side side, Postgres postgres, int length) throws Exception {
        postgres.settle();
        Postgres.Counters before = postgres.counters(side.name());
        List<Callable<List<Long>>> clients = new ArrayList<>();
        AtomicInteger carried = new AtomicInteger();
        long started = System.nanoTime();
        long end = started + TimeUnit.SECONDS.toNanos(length);
        for (int client = 0; client < CLIENTS; client++) {
            clients.add(() -> client(side, end, carried));
        }
        List<Long> completions = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(CLIENTS);
        try {
            for (Future<List<Long>> client : pool.invokeAll(clients)) {
                completions.addAll(client.get());
            }
        } finally {
            pool.shutdownNow();
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        long[] sorted = completions.stream().mapToLong(Long::longValue).sorted().toArray();
        Round round = new Round(
                carried.get(), seconds, sorted, postgres.counters(side.name()).since(before));
        System.out.printf(Locale.ROOT, "%-14s %6.1f dossiers/s%n", side.name(), round.perSecond());
        return round;
    }

    private static List<Long> client(Side side, long end, AtomicInteger carried)
            throws IOException, InterruptedException {
        List<Long> completions = new ArrayList<>();
        while (System.nanoTime() < end) {
            side.carry(completions::add);
            carried.incrementAndGet();
        }
        return completions;
    }

    private static void report(Map<Side, List<Round>> all) throws SQLException {
        System.out.printf(
                "%n%d clients, %d rounds of %d s each, in turn; medians (lowest-highest of the rounds)%n%n",
                CLIENTS, ROUNDS, SECONDS);
        System.out.println(
                "| | dossiers/s | complete p50, ms | complete p99, ms | commits | rows inserted | WAL, KB |");
        System.out.println("|---|---|---|---|---|---|---|");
        all.forEach((side, rounds) -> System.out.printf(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %s | %s |%n",
                side.name(),
                spread(rounds.stream().mapToDouble(Round::perSecond).toArray()),
                spread(rounds.stream().mapToDouble(r -> percentile(r, 0.5)).toArray()),
                spread(rounds.stream().mapToDouble(r -> percentile(r, 0.99)).toArray()),
                spread(rounds.stream()
                        .mapToDouble(r -> (double) r.counters().commits() / r.dossiers())
                        .toArray()),
                spread(rounds.stream()
                        .mapToDouble(r -> (double) r.counters().rowsInserted() / r.dossiers())
                        .toArray()),
                spread(rounds.stream()
                        .mapToDouble(r -> r.counters().walBytes() / 1024.0 / r.dossiers())
                        .toArray())));
    }

    private static double percentile(Round round, double share) {
        return round.completions()[(int) (share * (round.completions().length - 1))] / 1e6;
    }

    private static String spread(double[] values) {
        Arrays.sort(values);
        return String.format(
                Locale.ROOT, "%.1f (%.1f-%.1f)", values[values.length / 2], values[0], values[values.length - 1]);
    }
}
