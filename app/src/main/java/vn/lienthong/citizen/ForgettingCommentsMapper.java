package vn.lienthong.citizen;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface ForgettingCommentsMapper {

    void comments(List<String> numbers);
}
