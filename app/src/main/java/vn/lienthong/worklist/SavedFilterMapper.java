package vn.lienthong.worklist;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

/** The lists that officers named for themselves. */
@Mapper
interface SavedFilterMapper {

    List<Row> of(String officer);

    /** @return 0 when the officer has one of this name */
    int insert(UUID id, String officer, String name, String query);

    int rename(UUID id, String officer, String name);

    int delete(UUID id, String officer);

    record Row(String id, String name, String query) {}
}
