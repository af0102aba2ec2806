package vn.lienthong.interconnection;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface ForgettingEnvelopesMapper {

    void outbox(List<String> numbers);

    void inbox(List<String> numbers);

    void handovers(List<String> numbers);
}
