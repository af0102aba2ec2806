package vn.lienthong.notification;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface ForgettingMessagesMapper {

    void messages(List<String> numbers);

    void notices(List<String> numbers);
}
