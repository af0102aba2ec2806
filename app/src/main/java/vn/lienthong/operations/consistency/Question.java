package vn.lienthong.operations.consistency;

import java.util.List;
import java.util.function.Function;

/** What is asked about an installation; each has its sentence in {@code operations.verify-consistency.<NAME>}. */
public enum Question {
    /** A finished dossier in a state in which there is something to do, or the other way round. */
    STATE_DIFFERS(ConsistencyView::stateDiffers),
    /** A dossier that is not finished, and no process that would finish it. */
    PROCESS_MISSING(ConsistencyView::processMissing),
    /** A process without a dossier, or whose dossier is finished. */
    PROCESS_LEFT(ConsistencyView::processLeft),
    /** Two processes for one dossier. */
    PROCESS_DOUBLED(ConsistencyView::processDoubled),
    /** A job of the engine that was tried often enough and stands still. */
    JOB_STUCK(ConsistencyView::jobStuck),

    /** A finished dossier with an agency's part that is not over. */
    LEG_OPEN(ConsistencyView::legOpen),
    /** An agency's part and the dossier that the agency opened for it do not agree. */
    LEG_DIFFERS(ConsistencyView::legDiffers),
    /** An agency's part that was begun without a hand-over. */
    HANDOVER_MISSING(ConsistencyView::handoverMissing),
    /** A hand-over that is over while the part is not, or the other way round, or with another end. */
    HANDOVER_DIFFERS(ConsistencyView::handoverDiffers),

    /** A hand-over from elsewhere and the dossier that was opened for it do not agree. */
    INCOMING_DIFFERS(ConsistencyView::incomingDiffers),
    /** An envelope was handled before the one that was sent before it. */
    ENVELOPE_DIFFERS(ConsistencyView::envelopeDiffers),

    /** An open step that no officer sees. */
    LINE_MISSING(ConsistencyView::lineMissing),
    /** A line that no officer can complete. */
    LINE_LEFT(ConsistencyView::lineLeft),
    /** One step of one dossier open twice. */
    STEP_DOUBLED(ConsistencyView::stepDoubled),
    /** A step that was done more or less often than the history tells. */
    STEP_DIFFERS(ConsistencyView::stepDiffers),

    /** A dossier without the line that it was received, or with two of them. */
    RECEPTION_DIFFERS(ConsistencyView::receptionDiffers),
    /** An agency's part that began or ended more or less often than once in the history. */
    LEG_HISTORY_DIFFERS(ConsistencyView::legHistoryDiffers),
    /** One command wrote the same line of history twice. */
    EVENT_DOUBLED(ConsistencyView::eventDoubled),

    /** An open dossier or step without a clock. */
    CLOCK_MISSING(ConsistencyView::clockMissing),
    /** A clock that runs for what is over. */
    CLOCK_LEFT(ConsistencyView::clockLeft),
    /** A clock that does not say what its ledger says. */
    LEDGER_DIFFERS(ConsistencyView::ledgerDiffers),
    /** A rung that was reached twice, or that called somebody without having been reached. */
    RUNG_DIFFERS(ConsistencyView::rungDiffers),

    /** A number that was given out and that nothing bears. */
    NUMBER_MISSING,
    /** One number of one sequence on two dossiers. */
    NUMBER_DOUBLED,
    /** The next number of a sequence is taken already. */
    NUMBER_BEHIND,

    /** A file that is not what was handed in. */
    FILE_CHANGED,
    /** A paper whose file is not there. */
    FILE_MISSING(ConsistencyView::fileMissing);

    private final Function<ConsistencyView, List<Found>> ask;

    Question(Function<ConsistencyView, List<Found>> ask) {
        this.ask = ask;
    }

    /** Not for the database to answer. */
    Question() {
        this(view -> List.of());
    }

    List<Finding> ask(ConsistencyView view) {
        return ask.apply(view).stream()
                .map(found -> new Finding(this, found.subject(), found.detail()))
                .toList();
    }
}
