package vn.lienthong.citizen;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;

/** Called outside transactions: a guess counts, whatever becomes of the question. */
@Mapper
interface GuessMapper {

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Guesses(byte[] whose, int failures, Instant lastAt) {}

    List<Guesses> of(byte[] address, byte[] number);

    /** @param forgotten guesses until then count no longer */
    void wrong(byte[] address, byte[] number, Instant now, Instant forgotten);

    void forgetBefore(Instant then);
}
