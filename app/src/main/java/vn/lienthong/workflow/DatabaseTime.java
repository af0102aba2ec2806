package vn.lienthong.workflow;

import java.time.Instant;
import org.apache.ibatis.annotations.Mapper;

/** The one clock that all nodes share. */
@Mapper
interface DatabaseTime {

    Instant now();
}
