package vn.lienthong.worklist;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface ForgettingSheetsMapper {

    void sheets(List<String> numbers);
}
