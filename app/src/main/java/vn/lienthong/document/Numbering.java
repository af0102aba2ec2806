package vn.lienthong.document;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
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
    private final Clock clock;

    Numbering(NumberingMapper sequences, Clock clock) {
        this.sequences = sequences;
        this.clock = clock;
    }

    /**
     * The next number.
     *
     * @param kind {@code dossier}, {@code result}, or a kind of official paper such as {@code notice}
     * @param scope whose sequence: the identifier code of the agency, such as {@code H99.12}
     */
    public String next(String kind, String scope) {
        return next(kind, scope, Map.of());
    }

    /**
     * The next number.
     *
     * @param words what else the pattern writes, such as {@code abbr}: the agency's abbreviation in symbols of papers
     */
    public String next(String kind, String scope, Map<String, String> words) {
        NumberPattern pattern = pattern(kind, scope);
        LocalDate today = LocalDate.ofInstant(clock.instant(), EngineClock.ZONE);
        return pattern.write(sequences.next(kind, scope, pattern.period(today)), scope, today, words);
    }

    private NumberPattern pattern(String kind, String scope) {
        NumberPattern own = sequences.pattern(kind, scope);
        return own == null ? NumberPattern.usual(kind) : own;
    }
}
