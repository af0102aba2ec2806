package vn.lienthong.dossier.retention;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the runs so far destroyed. */
@Component
class RetentionRuns {

    private static final int MOST = 50;

    private final RetentionView view;

    RetentionRuns(RetentionView view) {
        this.view = view;
    }

    /** The latest first, without their lines. */
    @Transactional(readOnly = true)
    public List<RetentionReport> latest() {
        return view.runs(MOST).stream()
                .map(run -> RetentionReport.of(run, List.of()))
                .toList();
    }

    /** @param units whose dossiers are counted; null: all */
    @Transactional(readOnly = true)
    public Optional<RetentionReport> of(long id, @Nullable List<String> units) {
        return Optional.ofNullable(view.run(id)).map(run -> RetentionReport.of(run, view.destroyed(id, units)));
    }
}
