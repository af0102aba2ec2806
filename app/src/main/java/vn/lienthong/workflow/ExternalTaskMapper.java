package vn.lienthong.workflow;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** Questions about the engine's table of work done outside that its query service has no words for. */
@Mapper
interface ExternalTaskMapper {

    Set<String> offered(@Param("topics") Collection<String> topics, @Param("now") Instant now);

    List<String> of(@Param("businessKey") String businessKey);

    /** @param place an execution or a process instance */
    List<String> at(@Param("place") String place);
}
