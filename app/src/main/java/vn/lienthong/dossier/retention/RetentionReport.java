package vn.lienthong.dossier.retention;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a run destroyed, in numbers. */
public record RetentionReport(
        long run,
        String decision,
        String runBy,
        Instant startedAt,
        @Nullable Instant endedAt,
        int destroyed,
        int failed,
        List<Line> lines) {

    /** @param year in which they were finished */
    public record Line(String procedure, String unit, int year, String source, int years, int dossiers, int files) {}

    static RetentionReport of(RetentionView.Run run, List<RetentionView.Destroyed> destroyed) {
        return new RetentionReport(
                run.id(),
                run.decision(),
                run.runBy(),
                run.startedAt(),
                run.endedAt(),
                run.destroyed(),
                run.failed(),
                lines(destroyed));
    }

    static List<Line> lines(List<RetentionView.Destroyed> destroyed) {
        return destroyed.stream()
                .map(d -> new Line(d.procedure(), d.unit(), d.year(), d.source(), d.years(), d.dossiers(), d.files()))
                .toList();
    }
}
