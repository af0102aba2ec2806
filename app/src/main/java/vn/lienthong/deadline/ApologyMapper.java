package vn.lienthong.deadline;

import java.time.Instant;
import org.apache.ibatis.annotations.Mapper;

/** Letters of apology. */
@Mapper
interface ApologyMapper {

    void draft(
            String dossier,
            long escalation,
            String responsibleUnit,
            String unit,
            Instant dueAt,
            Instant proposedDueAt,
            Instant draftedAt);
}
