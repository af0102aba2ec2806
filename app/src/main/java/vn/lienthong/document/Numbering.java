package vn.lienthong.document;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.Organisation;
import vn.lienthong.agency.Unit;
import vn.lienthong.document.print.Letterheads;
import vn.lienthong.workflow.EngineClock;

/**
 * Gives out numbers of dossiers, results and official papers without gaps and without doubles, also when several nodes
 * give them out at once. A number belongs to the transaction that takes it: when that fails, the number is given to the
 * next. Whoever takes a number of the same sequence waits until then, so take it late.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Numbering {

    private final NumberingMapper sequences;
    private final Organisation organisation;
    private final Letterheads letterheads;
    private final Clock clock;

    Numbering(NumberingMapper sequences, Organisation organisation, Letterheads letterheads, Clock clock) {
        this.sequences = sequences;
        this.organisation = organisation;
        this.letterheads = letterheads;
        this.clock = clock;
    }

    /**
     * The next number.
     *
     * @param kind {@code dossier}, {@code result}, a kind of official paper such as {@code notice}, or a register such as
     *     {@code death-register}
     * @param scope whose sequence: the code of the agency; its identifier code and its abbreviation are what patterns
     *     write
     */
    public String next(String kind, String scope) {
        NumberPattern pattern = pattern(kind, scope);
        LocalDate today = LocalDate.ofInstant(clock.instant(), EngineClock.ZONE);
        long number = sequences.next(kind, scope, pattern.period(today));
        return pattern.write(number, today, name -> word(name, scope));
    }

    /**
     * All that a sequence has given out, written as its agency writes it today.
     *
     * @param last running number given out last
     */
    public record Sequence(String kind, String scope, long last, LongFunction<String> writing) {

        /** Whether its numbers are those of dossiers; those of all others stand on papers or in registers. */
        public boolean isOfDossiers() {
            return kind.equals("dossier") || kind.equals("handover");
        }

        /** @param running from 1 */
        public String number(long running) {
            return writing.apply(running);
        }
    }

    /** Every sequence whose numbers can be told from their running numbers. */
    public List<Sequence> sequences() {
        return sequences.all().stream()
                .flatMap(row -> sequence(row.kind(), row.scope(), row.period(), row.last()))
                .toList();
    }

    private Stream<Sequence> sequence(String kind, String scope, String period, long last) {
        NumberPattern pattern = pattern(kind, scope);
        return pattern
                .day(period)
                .map(day -> new Sequence(
                        kind, scope, last, running -> pattern.write(running, day, name -> word(name, scope))))
                .stream();
    }

    private NumberPattern pattern(String kind, String scope) {
        NumberPattern own = sequences.pattern(kind, scope);
        return own == null ? NumberPattern.usual(kind) : own;
    }

    /** What a pattern may say of the agency; a scope that is no agency speaks for itself. */
    private @Nullable String word(String name, String scope) {
        Optional<Unit> agency = organisation.find(scope);
        return switch (name) {
            case "identifier" -> agency.map(Unit::identifierCode).orElse(scope);
            case "abbr" -> agency.isPresent() ? letterheads.abbreviation(scope) : scope;
            default -> null;
        };
    }
}
