package vn.lienthong.document;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** Sequences of numbers. */
@Mapper
interface NumberingMapper {

    /** Takes the next number of a sequence and holds the sequence until the transaction ends. */
    long next(String kind, String scope, String period);

    /** What a sequence gave out last. */
    record Last(String kind, String scope, String period, long last) {}

    List<Last> all();

    @Nullable NumberPattern pattern(String kind, String scope);
}
