package vn.lienthong.deadline;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** Who was called, and what they said. */
@Mapper
interface EscalationMapper {

    /** @return those that are new; a clock reaches each rung once */
    List<Raised> raise(List<Escalation> escalations);

    record Raised(long id, String clock, String rung) {}

    /** Closes what was only advised about a clock that has stopped in time. */
    void settle(String clock);

    /** Closes what asked for a letter to the citizen: it was sent, or was not needed. */
    void written(String root);

    /** Newest first. Only what is some unit's business or was addressed to the caller. */
    List<Escalation> list(
            @Nullable Integer level,
            @Nullable Collection<String> owedBy,
            @Nullable String state,
            Collection<String> units,
            String caller,
            @Nullable Long before,
            int limit);

    /** In the order in which they were raised. */
    List<Escalation> ofDossier(String root);

    /** What these officers are asked to explain, the most urgent first. */
    List<Escalation> toExplain(Collection<String> officers, int limit);

    @Nullable Escalation find(long id, Collection<String> units, String caller);

    int acknowledge(
            long id,
            String explanation,
            @Nullable String reasonCode,
            String by,
            @Nullable String onBehalfOf,
            Instant at);
}
