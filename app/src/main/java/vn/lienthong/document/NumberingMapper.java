package vn.lienthong.document;

import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** Sequences of numbers. */
@Mapper
interface NumberingMapper {

    /** Takes the next number of a sequence and holds the sequence until the transaction ends. */
    long next(String kind, String scope, String period);

    @Nullable NumberPattern pattern(String kind, String scope);
}
