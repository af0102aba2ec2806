package vn.lienthong.worklist;

import java.time.Instant;
import java.util.Map;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** What officers have typed into steps and not sent yet. */
@Mapper
interface StepDraftMapper {

    /** Does nothing when the step has closed meanwhile. @return 0 then */
    int keep(String taskId, String officer, Map<String, @Nullable Object> data, String note, Instant at);

    @Nullable Row find(String taskId, String officer);

    int discard(String taskId, String officer);

    record Row(Map<String, @Nullable Object> data, String note, Instant savedAt) {}
}
