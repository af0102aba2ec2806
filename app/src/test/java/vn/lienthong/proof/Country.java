package vn.lienthong.proof;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * A province in which the police, and social insurance where it is asked for, work with an installation of their own. Each
 * reaches the others only by a bad line; keys are fetched by it too.
 */
final class Country implements AutoCloseable {

    private static final String ENVELOPES = "api/v1/interconnection/envelopes";
    private static final String KEYS = ".well-known/lienthong/keys.json";

    /** Waits of hours are for repairs of days; here everything is quicker by the same measure. */
    private static final List<String> QUICKLY = List.of(
            "--lienthong.interconnection.every=PT1S",
            "--lienthong.interconnection.outbox.first-wait=500ms",
            "--lienthong.interconnection.outbox.longest-wait=5s",
            "--lienthong.interconnection.outbox.lease=30s",
            "--lienthong.interconnection.outbox.breaker.first-wait=1s",
            "--lienthong.interconnection.outbox.breaker.longest-wait=5s");

    private final Installation province;
    private final Map<String, Installation> agencies = new LinkedHashMap<>();
    private final List<ChaosLink> lines = new ArrayList<>();

    /** @param faulty how many requests between installations have a fault, from 0 to 1 */
    Country(Path folder, boolean insured, double faulty, Random random) {
        province = new Installation("province", folder);
        agencies.put("an-hoa-cong-an", new Installation("police", folder));
        if (insured) {
            agencies.put("bhxh-co-so", new Installation("insurance", folder));
        }
        all().forEach(each -> each.set(QUICKLY)
                .set("--lienthong.interconnection.keys=" + each.home().resolve("keys")));
        agencies.forEach((agency, installation) -> {
            knows(province, installation, agency, line(installation, faulty, random));
            knows(installation, province, "an-hoa", line(province, faulty, random));
        });
    }

    private ChaosLink line(Installation to, double faulty, Random random) {
        var line = new ChaosLink(to.address(), faulty, random);
        lines.add(line);
        return line;
    }

    private static void knows(Installation one, Installation other, String agency, ChaosLink line) {
        String peer = "--lienthong.interconnection.peers." + other.name() + ".";
        one.set(
                peer + "agencies=" + agency,
                peer + "url=" + line.address().resolve(ENVELOPES),
                peer + "keys=" + line.address().resolve(KEYS));
    }

    /** Two at a time, as many as this machine has processors. */
    void start() {
        CompletableFuture.allOf(all().stream()
                        .map(each -> CompletableFuture.runAsync(each::start))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    Installation province() {
        return province;
    }

    /** Installations besides the province, by the agency that works there. */
    Map<String, Installation> agencies() {
        return agencies;
    }

    List<Installation> all() {
        return Stream.concat(Stream.of(province), agencies.values().stream()).toList();
    }

    List<ChaosLink> lines() {
        return lines;
    }

    @Override
    public void close() {
        all().forEach(Installation::close);
        lines.forEach(ChaosLink::close);
    }
}
