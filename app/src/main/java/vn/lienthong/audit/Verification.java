package vn.lienthong.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.audit.AuditMapper.Chain;
import vn.lienthong.audit.AuditMapper.Row;
import vn.lienthong.audit.AuditMapper.Seal;
import vn.lienthong.audit.Finding.Kind;

/**
 * Goes through the log and the history bound to it and says where they do not hold together. It computes every hash
 * itself and believes no function of the database.
 */
@Component
public class Verification {

    /** A transaction's lines are older than its entry, by the time it took. */
    private static final Duration LONGEST_TRANSACTION = Duration.ofHours(1);

    private static final int AT_ONCE = 1000;

    /** An entry's lines of history, waiting to be found. */
    private record Expected(String unit, long position, String fingerprint, String dossier) {}

    /**
     * @param days how many days were looked at
     * @param lines of history
     */
    public record Report(int days, long entries, long lines, int seals, List<Finding> findings) {

        public Report {
            findings = List.copyOf(findings);
        }

        public boolean holds() {
            return findings.isEmpty();
        }
    }

    private final AuditMapper mapper;
    private final History history;
    private final Clock clock;

    Verification(AuditMapper mapper, History history, Clock clock) {
        this.mapper = mapper;
        this.history = history;
        this.clock = clock;
    }

    /**
     * @param from first day; null: from the beginning
     * @param until last day; null: to this moment
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Report verify(@Nullable LocalDate from, @Nullable LocalDate until) {
        var findings = new ArrayList<Finding>();
        List<Seal> seals = mapper.seals();
        List<LocalDate> days = mapper.days().stream()
                .filter(day -> from == null || !day.isBefore(from))
                .filter(day -> until == null || !day.isAfter(until))
                .toList();
        long entries = 0;
        long lines = 0;
        for (LocalDate day : days) {
            var walk = new Walk(day, findings);
            entries += chains(walk);
            lines += history(walk);
        }
        seals(seals, days, from, until, findings);
        return new Report(days.size(), entries, lines, seals.size(), findings);
    }

    private long chains(Walk walk) {
        LocalDate day = walk.day;
        mapper.entries(day, result -> walk.step(Objects.requireNonNull(result.getResultObject())));
        Map<String, Row> last = walk.last;
        for (Chain chain : mapper.chains(day)) {
            Row row = last.remove(chain.unit());
            if (row == null || row.position() != chain.length() || !Arrays.equals(row.hash(), chain.hash())) {
                walk.findings.add(
                        new Finding(Kind.END_DIFFERS, day, chain.unit(), row == null ? 0 : row.position(), null));
            }
        }
        last.values()
                .forEach(
                        row -> walk.findings.add(new Finding(Kind.END_DIFFERS, day, row.unit(), row.position(), null)));
        return walk.entries;
    }

    private long history(Walk walk) {
        var found = new Found(walk);
        history.lines(walk.earliest.minus(LONGEST_TRANSACTION), walk.latest, found::line);
        found.finish();
        found.askAbout();
        walk.expected.values().stream()
                .filter(entry -> !entry.fingerprint().isEmpty())
                .forEach(entry -> walk.findings.add(
                        new Finding(Kind.HISTORY_MISSING, walk.day, entry.unit(), entry.position(), entry.dossier())));
        return found.lines;
    }

    private void seals(
            List<Seal> seals,
            List<LocalDate> days,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            List<Finding> findings) {
        Seal before = null;
        for (Seal seal : seals) {
            LocalDate day = seal.day();
            boolean asked = (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
            if (before == null ? seal.number() != 1 : seal.number() != before.number() + 1) {
                findings.add(new Finding(Kind.SEAL_MISSING, day, null, (long) seal.number(), null));
            } else if (asked && !Arrays.equals(seal.hash(), Sealing.hash(before, day, mapper.chains(day)))) {
                findings.add(new Finding(Kind.SEAL_BROKEN, day, null, (long) seal.number(), null));
            }
            before = seal;
        }
        LocalDate yesterday = LocalDate.ofInstant(clock.instant(), Log.VIETNAM).minusDays(1);
        List<LocalDate> sealed = seals.stream().map(Seal::day).toList();
        days.stream()
                .filter(day -> day.isBefore(yesterday) && !sealed.contains(day))
                .forEach(day -> findings.add(new Finding(Kind.UNSEALED, day, null, null, null)));
    }

    /** Along the chains of a day. */
    private static final class Walk {

        private final LocalDate day;
        private final Instant begins;
        private final Instant ends;
        private final List<Finding> findings;
        private final Map<UUID, Expected> expected = new HashMap<>();
        private final Map<String, Row> last = new HashMap<>();
        private Instant earliest;
        private Instant latest;
        private long entries;

        Walk(LocalDate day, List<Finding> findings) {
            this.day = day;
            this.begins = day.atStartOfDay(Log.VIETNAM).toInstant();
            this.ends = day.plusDays(1).atStartOfDay(Log.VIETNAM).toInstant();
            this.findings = findings;
            this.earliest = begins;
            this.latest = ends;
        }

        void step(Row row) {
            entries++;
            Row before = last.put(row.unit(), row);
            long position = before == null ? 1 : before.position() + 1;
            if (row.position() != position) {
                findings.add(new Finding(Kind.ENTRY_MISSING, day, row.unit(), row.position(), row.subject()));
            } else {
                byte[] hash = before == null ? Log.beginning(day, row.unit()) : before.hash();
                if (!Arrays.equals(row.hash(), Log.next(hash, row.content()))) {
                    findings.add(new Finding(Kind.ENTRY_CHANGED, day, row.unit(), row.position(), row.subject()));
                }
            }
            compare(row);
        }

        private void compare(Row row) {
            Entry entry;
            try {
                entry = Log.read(row.content());
            } catch (RuntimeException e) {
                findings.add(new Finding(Kind.ENTRY_CHANGED, day, row.unit(), row.position(), row.subject()));
                return;
            }
            boolean same = entry.command().equals(row.command())
                    && entry.unit().equals(row.unit())
                    && Objects.equals(entry.actor(), row.actor())
                    && Objects.equals(entry.subject(), row.subject())
                    && Duration.between(entry.at(), row.at()).abs().compareTo(Duration.ofNanos(1000)) <= 0;
            if (!same) {
                findings.add(new Finding(Kind.COPY_DIFFERS, day, row.unit(), row.position(), row.subject()));
            }
            if (entry.at().isBefore(earliest)) {
                earliest = entry.at();
            }
            if (entry.at().isAfter(latest)) {
                latest = entry.at();
            }
            String fingerprint = entry.fingerprint();
            expected.put(
                    entry.command(),
                    new Expected(
                            row.unit(),
                            row.position(),
                            fingerprint == null ? "" : fingerprint,
                            Objects.requireNonNullElse(entry.subject(), "")));
        }
    }

    /** Command by command through the history of a day. */
    private final class Found {

        private final Walk walk;
        private final Fingerprint fingerprint = new Fingerprint();
        private @Nullable UUID command;
        private @Nullable Happening first;
        /** Commands without an entry on this day. */
        private final Map<UUID, Happening> strange = new LinkedHashMap<>();

        private long lines;

        Found(Walk walk) {
            this.walk = walk;
        }

        void line(UUID by, Happening line) {
            if (!by.equals(command)) {
                finish();
                command = by;
                first = line;
            }
            fingerprint.add(line);
            lines++;
        }

        void finish() {
            if (command == null || first == null) {
                return;
            }
            String found = fingerprint.take();
            Expected entry = walk.expected.remove(command);
            if (entry == null) {
                if (!first.at().isBefore(walk.begins) && first.at().isBefore(walk.ends)) {
                    strange.put(command, first);
                    if (strange.size() == AT_ONCE) {
                        askAbout();
                    }
                }
            } else if (!entry.fingerprint().equals(found) && !isEmptied(command, entry.fingerprint(), found)) {
                walk.findings.add(
                        new Finding(Kind.HISTORY_CHANGED, walk.day, entry.unit(), entry.position(), first.dossier()));
            }
            command = null;
            first = null;
        }

        /** Whether what was written came to what is found by nothing but the destruction of what is not kept any more. */
        private boolean isEmptied(UUID by, String written, String found) {
            List<History.Emptied> steps = new ArrayList<>(history.emptied(by));
            String reached = written;
            boolean moved = true;
            while (moved && !reached.equals(found)) {
                moved = false;
                for (History.Emptied step : steps) {
                    if (step.before().equals(reached)) {
                        reached = step.after();
                        steps.remove(step);
                        moved = true;
                        break;
                    }
                }
            }
            return reached.equals(found);
        }

        /**
         * Lines near midnight may belong to a command of another day, and those of a clock that was set back to one of any day;
         * any others were put there by somebody.
         */
        void askAbout() {
            if (!strange.isEmpty()) {
                mapper.knownAround(walk.day, strange.keySet()).forEach(strange::remove);
            }
            if (!strange.isEmpty()) {
                mapper.known(strange.keySet()).forEach(strange::remove);
                strange.values()
                        .forEach(line -> walk.findings.add(
                                new Finding(Kind.HISTORY_ADDED, walk.day, line.unit(), null, line.dossier())));
                strange.clear();
            }
        }
    }
}
