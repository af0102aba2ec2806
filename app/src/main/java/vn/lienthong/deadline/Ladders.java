package vn.lienthong.deadline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.lienthong.agency.NoCompetentUnit;
import vn.lienthong.agency.Organisation;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Edition;

/** Which ladder a clock climbs, by its edition and by the agency that owes it. */
@Component
class Ladders {

    /** A rung as ladder.yml writes it. */
    record Written(String at, String of, String to, String does) {}

    private final Ladder usual;
    private final OwnLadders own;
    private final Catalogue catalogue;
    private final Dossiers dossiers;
    private final Organisation organisation;
    private final Clock clock;

    Ladders(OwnLadders own, Catalogue catalogue, Dossiers dossiers, Organisation organisation, Clock clock) {
        this.own = own;
        this.catalogue = catalogue;
        this.dossiers = dossiers;
        this.organisation = organisation;
        this.clock = clock;
        this.usual = new Ladder(read());
    }

    /** The ladder of who has none of their own. */
    Ladder usual() {
        return usual;
    }

    List<Ladder.Step> ahead(Stopwatch watch) {
        return new Ladder(rungs(watch)).ahead(watch.level(), watch.run(), watch.reached());
    }

    private List<Rung> rungs(Stopwatch watch) {
        var dossier = dossiers.current(new DossierNumber(watch.dossier()));
        return choose(
                watch.level(),
                catalogue.edition(dossier.process()).ladder(),
                role -> owes(role, dossier.area(), watch.unit()),
                own.of(organisation.agencyOf(watch.unit()), watch.level()),
                usual.of(watch.level()));
    }

    /**
     * Which rungs a clock climbs: those that its edition has for the agency that owes it; else those that the edition has
     * for everybody; else the agency's own; else the usual ones. Rungs are never mixed, so that whoever writes a ladder
     * sees the whole of it.
     *
     * @param isOwedBy whether a role of the edition is that of the agency that owes the clock
     * @param own the agency's own rungs of this level; null when it has none
     */
    static List<Rung> choose(
            Level level,
            List<Edition.Rung> edition,
            Predicate<String> isOwedBy,
            @Nullable List<Rung> own,
            List<Rung> usual) {
        var ofLevel =
                edition.stream().filter(rung -> rung.of().equals(level.name())).toList();
        var forAgency = ofLevel.stream()
                .filter(rung -> rung.agency() != null && isOwedBy.test(rung.agency()))
                .toList();
        var chosen = forAgency.isEmpty()
                ? ofLevel.stream().filter(rung -> rung.agency() == null).toList()
                : forAgency;
        if (!chosen.isEmpty()) {
            return chosen.stream().map(Ladders::rung).toList();
        }
        return own == null ? usual : own;
    }

    private static Rung rung(Edition.Rung written) {
        var rung = Rung.of(written.at(), written.of(), written.to(), written.does());
        return written.atOnce() ? rung.toldAtOnce() : rung;
    }

    private boolean owes(String role, String area, String unit) {
        try {
            return organisation
                    .competent(role, area, LocalDate.ofInstant(clock.instant(), clock.getZone()))
                    .code()
                    .equals(unit);
        } catch (NoCompetentUnit e) {
            return false;
        }
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
