package vn.lienthong.workflow;

import java.time.Instant;
import java.util.Set;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** The engine's own table of open steps, which its query service reads only whole rows at a time. */
@Mapper
interface OpenStepsMapper {

    OpenSteps.Digest digest();

    Set<String> ids();

    @Nullable Row find(String taskId);

    record Row(String businessKey, String definition, String step, Instant openedAt) {}
}
