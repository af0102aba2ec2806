package vn.lienthong.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How long the same clicks took on two databases that were asked in turn, and how one compares with the other. */
final class Beside {

    /** Into how many stretches of time the samples are cut, to see how far the ratio strays. */
    private static final int STRETCHES = 5;

    private record Click(List<Long> small, List<Long> large) {}

    private final Map<String, Click> clicks = new LinkedHashMap<>();

    void took(String click, boolean large, long nanos) {
        Click known = clicks.computeIfAbsent(click, any -> new Click(new ArrayList<>(), new ArrayList<>()));
        (large ? known.large() : known.small()).add(nanos);
    }

    void forget() {
        clicks.clear();
    }

    /** Medians of both, their ratio, and the lowest and highest ratio of the stretches. */
    void print() {
        System.out.println("| click | n | small p50, ms | large p50, ms | ratio (lowest-highest) | p95, ms |");
        System.out.println("|---|---|---|---|---|---|");
        clicks.forEach((name, click) -> {
            double[] ratios = ratios(click);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %.1f | %.1f | %.2f (%.2f-%.2f) | %.0f / %.0f |%n",
                    name,
                    click.large().size(),
                    percentile(click.small(), 0.5) / 1e6,
                    percentile(click.large(), 0.5) / 1e6,
                    percentile(click.large(), 0.5) / percentile(click.small(), 0.5),
                    ratios[0],
                    ratios[ratios.length - 1],
                    percentile(click.small(), 0.95) / 1e6,
                    percentile(click.large(), 0.95) / 1e6);
        });
    }

    private static double[] ratios(Click click) {
        int most = Math.min(click.small().size(), click.large().size());
        int stretches = Math.min(STRETCHES, most);
        double[] ratios = new double[stretches];
        for (int i = 0; i < stretches; i++) {
            int from = most * i / stretches;
            int to = most * (i + 1) / stretches;
            ratios[i] = percentile(click.large().subList(from, to), 0.5)
                    / percentile(click.small().subList(from, to), 0.5);
        }
        Arrays.sort(ratios);
        return ratios;
    }

    private static double percentile(List<Long> nanos, double share) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted[(int) (share * (sorted.length - 1))];
    }
}
