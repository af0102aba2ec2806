package vn.lienthong.deadline;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** Ladders that agencies have of their own. */
@Mapper
interface LadderMapper {

    void change(String agency, Level level, @Nullable List<String> rungs, String by, Instant at);

    /** The newest of each agency and level. */
    List<Own> current();

    /** Every change at an agency, newest first. */
    List<Own> history(String agency);

    /** @param rungs {@code when|to whom|what}; null for the usual ladder */
    record Own(String agency, Level level, @Nullable List<String> rungs, String changedBy, Instant changedAt) {}
}
