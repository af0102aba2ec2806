package vn.lienthong.deadline;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** How far things went about steps and promises, for a page of them at once. */
@Mapper
interface StandingView {

    List<StepRow> ofSteps(String[] clocks);

    List<PromiseRow> ofPromises(String[] dossiers, Instant now);

    record StepRow(String clock, long escalation, int level, boolean asked, boolean explained) {}

    record PromiseRow(
            String dossier, @Nullable Long letter, @Nullable String state) {}
}
