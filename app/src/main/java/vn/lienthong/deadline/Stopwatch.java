package vn.lienthong.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.agency.calendar.Budget;
import vn.lienthong.agency.calendar.BudgetUnit;
import vn.lienthong.agency.calendar.Due;
import vn.lienthong.agency.calendar.DueDates;
import vn.lienthong.agency.calendar.Pause;
import vn.lienthong.agency.calendar.Start;
import vn.lienthong.agency.calendar.WorkingCalendar;

/**
 * A clock while one transaction works on it: every change is a line in its ledger, and its dates are set only by what
 * follows from the ledger.
 */
final class Stopwatch {

    private final ClockRow row;
    private boolean fresh;
    private final List<Entry> ledger;
    private final List<Entry> added = new ArrayList<>();
    private String unit;
    private WorkingCalendar calendar;
    private @Nullable String linked;
    private Instant startedAt;
    private Instant dueAt;
    private boolean provisional;
    private ClockRow.State state;
    private long consumed;
    private @Nullable Instant runningSince;
    private @Nullable Instant stoppedAt;
    private final List<String> reached;
    private boolean missed;
    private @Nullable Instant nextRungAt;
    private int entries;
    private boolean changed;

    /** @param ledger as far as the work needs it: whoever computes dates has read all of it */
    Stopwatch(ClockRow row, WorkingCalendar calendar, List<Entry> ledger, boolean fresh) {
        this.row = row;
        this.fresh = fresh;
        this.changed = fresh;
        this.ledger = new ArrayList<>(ledger);
        this.unit = row.unit();
        this.calendar = calendar;
        this.linked = row.linked();
        this.startedAt = row.startedAt();
        this.dueAt = row.dueAt();
        this.provisional = row.provisional();
        this.state = row.state();
        this.consumed = row.consumed();
        this.runningSince = row.runningSince();
        this.stoppedAt = row.stoppedAt();
        this.reached = new ArrayList<>(row.reached());
        this.missed = row.missed();
        this.nextRungAt = row.nextRungAt();
        this.entries = row.entries();
    }

    /** Who does something to a clock, and why. */
    record Cause(
            @Nullable String actor,
            @Nullable String onBehalfOf,
            @Nullable String reason,
            @Nullable String legalBasis,
            @Nullable String document) {

        static final Cause NONE = new Cause(null, null, null, null, null);

        static Cause because(String reason) {
            return new Cause(null, null, reason, null, null);
        }
    }

    String key() {
        return row.key();
    }

    Level level() {
        return row.level();
    }

    String dossier() {
        return row.dossier();
    }

    String root() {
        return row.root();
    }

    @Nullable String leg() {
        return row.leg();
    }

    @Nullable String after() {
        return row.after();
    }

    @Nullable String step() {
        return row.step();
    }

    @Nullable String duty() {
        return row.duty();
    }

    @Nullable String linked() {
        return linked;
    }

    String unit() {
        return unit;
    }

    WorkingCalendar calendar() {
        return calendar;
    }

    Instant startedAt() {
        return startedAt;
    }

    Instant dueAt() {
        return dueAt;
    }

    Instant originalDueAt() {
        return row.originalDueAt();
    }

    boolean provisional() {
        return provisional;
    }

    ClockRow.State state() {
        return state;
    }

    boolean isRunning() {
        return state == ClockRow.State.RUNNING;
    }

    boolean isPaused() {
        return state == ClockRow.State.PAUSED;
    }

    boolean isStopped() {
        return state == ClockRow.State.STOPPED;
    }

    @Nullable Instant stoppedAt() {
        return stoppedAt;
    }

    List<String> reached() {
        return reached;
    }

    boolean missed() {
        return missed;
    }

    @Nullable Instant nextRungAt() {
        return nextRungAt;
    }

    /** What it may use; null for a dossier whose date is that of its latest leg. */
    @Nullable Budget budget() {
        var amount = row.amount();
        var budgetUnit = row.budgetUnit();
        return amount == null || budgetUnit == null ? null : new Budget(amount, budgetUnit, row.cutOff());
    }

    /** How time passes for it. */
    /** Until it was stopped, or last began to run. */
    Duration consumed() {
        return Duration.ofSeconds(consumed);
    }

    BudgetUnit kindOfTime() {
        return row.budgetUnit() == null ? BudgetUnit.WORKING_DAY : row.budgetUnit();
    }

    Course course() {
        var all = new ArrayList<>(ledger);
        all.addAll(added);
        return Course.of(all);
    }

    List<Entry> ledger() {
        var all = new ArrayList<>(ledger);
        all.addAll(added);
        return all;
    }

    /** The date of a clock that rests on nothing but its own ledger. */
    Due computed() {
        var budget = budget();
        if (budget == null) {
            throw new IllegalStateException(key() + " has no budget of its own");
        }
        var course = course();
        var start = Start.received(course.startedAt() == null ? startedAt : course.startedAt());
        return DueDates.compute(calendar, start, budget, course.extensions(), course.pauses());
    }

    /** Since when it stands still; empty while it does not. */
    Optional<Instant> standingSince() {
        return course().pauses().stream()
                .filter(pause -> pause.to() == null)
                .map(Pause::from)
                .findFirst();
    }

    /** What rungs are measured on. */
    When.Run run() {
        var course = course();
        return new When.Run(
                calendar,
                course.startedAt() == null ? startedAt : course.startedAt(),
                dueAt,
                kindOfTime(),
                course.pauses());
    }

    void planned(Due due) {
        follows(due);
        write(Entry.Kind.PLAN, startedAt, Cause.NONE);
    }

    void started(Instant at, Due due) {
        startedAt = at;
        state = ClockRow.State.RUNNING;
        runningSince = at;
        follows(due);
        write(Entry.Kind.START, at, Cause.NONE);
    }

    /** Stands still from now on. A clock that does not run stays as it is. */
    boolean paused(Instant at, Cause cause) {
        if (!isRunning()) {
            return false;
        }
        consume(at);
        state = ClockRow.State.PAUSED;
        nextRungAt = null;
        write(Entry.Kind.PAUSE, at, cause);
        return true;
    }

    /** Goes on; {@link #dueAfterwards} tells the date that follows. */
    void resumed(Instant at, Cause cause, boolean restart) {
        state = ClockRow.State.RUNNING;
        runningSince = at;
        if (restart) {
            startedAt = at;
        }
        write(Entry.Kind.RESUME, at, cause, null, null, restart);
    }

    /** Has longer; {@link #dueAfterwards} tells the date that follows. */
    void extended(Instant at, Cause cause, String approver, Budget by) {
        write(Entry.Kind.EXTEND, at, cause, approver, by, false);
    }

    /** The line written last in this transaction says which date follows from it. */
    void dueAfterwards(Due due) {
        follows(due);
        var last = added.remove(added.size() - 1);
        added.add(new Entry(
                last.clock(),
                last.seq(),
                last.kind(),
                last.at(),
                last.actor(),
                last.onBehalfOf(),
                last.reason(),
                last.legalBasis(),
                last.document(),
                last.approver(),
                last.amount(),
                last.unit(),
                last.restart(),
                due.dueAt()));
    }

    /** The date rests on something that changed. Without a new date nothing is written. */
    boolean recomputed(Instant at, Due due, Cause cause, @Nullable String approver) {
        if (due.dueAt().equals(dueAt)) {
            return false;
        }
        follows(due);
        write(Entry.Kind.RECOMPUTE, at, cause, approver, null, false);
        return true;
    }

    void owedBy(String otherUnit, WorkingCalendar otherCalendar) {
        unit = otherUnit;
        calendar = otherCalendar;
        changed = true;
    }

    void linkedTo(String number) {
        linked = number;
        changed = true;
    }

    boolean stopped(Instant at) {
        if (isStopped()) {
            return false;
        }
        if (isRunning()) {
            consume(at);
        }
        state = ClockRow.State.STOPPED;
        stoppedAt = at;
        nextRungAt = null;
        write(Entry.Kind.STOP, at, Cause.NONE);
        return true;
    }

    void reached(Rung rung) {
        reached.add(rung.id());
        changed = true;
    }

    void dateHasPassed() {
        missed = true;
        changed = true;
    }

    void nextRung(@Nullable Instant at) {
        var next = isRunning() ? at : null;
        if (next == null ? nextRungAt != null : !next.equals(nextRungAt)) {
            nextRungAt = next;
            changed = true;
        }
    }

    boolean isFresh() {
        return fresh;
    }

    boolean isChanged() {
        return changed;
    }

    List<Entry> added() {
        return added;
    }

    /** Nothing is pending any more. */
    void written() {
        ledger.addAll(added);
        added.clear();
        fresh = false;
        changed = false;
    }

    ClockRow row() {
        return new ClockRow(
                row.key(),
                row.level(),
                row.dossier(),
                row.root(),
                row.leg(),
                row.after(),
                linked,
                row.step(),
                row.duty(),
                unit,
                calendar.key(),
                row.amount(),
                row.budgetUnit(),
                row.cutOff(),
                startedAt,
                row.originalDueAt(),
                dueAt,
                provisional,
                state,
                consumed,
                runningSince,
                stoppedAt,
                List.copyOf(reached),
                missed,
                nextRungAt,
                entries);
    }

    private void follows(Due due) {
        dueAt = due.dueAt();
        provisional = due.provisional();
        changed = true;
    }

    private void consume(Instant until) {
        if (runningSince != null) {
            consumed += DueDates.used(calendar, runningSince, until, kindOfTime(), List.of())
                    .toSeconds();
        }
        runningSince = null;
    }

    private void write(Entry.Kind kind, Instant at, Cause cause) {
        write(kind, at, cause, null, null, false);
    }

    private void write(
            Entry.Kind kind, Instant at, Cause cause, @Nullable String approver, @Nullable Budget by, boolean restart) {
        added.add(new Entry(
                key(),
                ++entries,
                kind,
                at,
                cause.actor(),
                cause.onBehalfOf(),
                cause.reason(),
                cause.legalBasis(),
                cause.document(),
                approver,
                by == null ? null : by.amount(),
                by == null ? null : by.unit(),
                restart,
                dueAt));
        changed = true;
    }
}
