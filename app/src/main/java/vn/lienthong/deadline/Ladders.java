package vn.lienthong.deadline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.procedure.Catalogue;

/** Which ladder a clock climbs: the usual one, or what the dossier's edition has instead. */
@Component
class Ladders {

    /** A rung as ladder.yml writes it. */
    record Written(String at, String of, String to, String does) {}

    private final Ladder usual;
    private final Catalogue catalogue;
    private final Dossiers dossiers;
    private final Clock clock;

    Ladders(Catalogue catalogue, Dossiers dossiers, Clock clock) {
        this.clock = clock;
        this.catalogue = catalogue;
        this.dossiers = dossiers;
        this.usual = new Ladder(read());
    }

    List<Ladder.Step> ahead(Stopwatch watch) {
        var process = dossiers.current(new DossierNumber(watch.dossier())).process();
        var own = catalogue.edition(process).ladder();
        var ladder = own.isEmpty()
                ? usual
                : usual.overridden(own.stream()
                        .map(rung -> Rung.of(rung.at(), rung.of(), rung.to(), rung.does()))
                        .toList());
        return ladder.ahead(watch.level(), watch.run(), watch.reached());
    }

    /** When a clock next has something to tell: a rung, or that its date has passed. */
    @Nullable Instant nextOn(Stopwatch watch) {
        if (!watch.isRunning()) {
            return null;
        }
        var now = clock.instant();
        var rung = ahead(watch).stream()
                .map(step -> step.toldAt(watch.calendar(), now))
                .min(Instant::compareTo);
        if (watch.missed()) {
            return rung.orElse(null);
        }
        var passed = passedAt(watch, now);
        return rung.filter(at -> at.isBefore(passed)).orElse(passed);
    }

    /** When it may be told that the date has passed. */
    Instant passedAt(Stopwatch watch, Instant now) {
        return Ladder.notAtNight(watch.calendar().atWork(watch.dueAt()), watch.calendar(), now);
    }

    private static List<Rung> read() {
        try (var file = new ClassPathResource("deadline/ladder.yml").getInputStream()) {
            return YAMLMapper.shared().readValue(file, new TypeReference<List<Written>>() {}).stream()
                    .map(rung -> Rung.of(rung.at(), rung.of(), rung.to(), rung.does()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
