package vn.lienthong.agency.login;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** Called outside transactions: each statement counts by itself, whatever becomes of the login. */
@Mapper
interface FailureMapper {

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Failures(
            byte[] account,
            byte[] address,
            int failures,
            Instant lastAt,
            @Nullable Instant familiarAt) {}

    /** @param any what stands for every account, every address */
    List<Failures> of(byte[] account, byte[] address, byte[] any);

    List<Failures> ofAccount(byte[] account);

    /** @param forgotten failures until then count no longer */
    void failed(byte[] account, byte[] address, byte[] any, Instant now, Instant forgotten);

    void succeeded(byte[] account, byte[] address, Instant now);

    void forgive(byte[] account);

    void forgetBefore(Instant then);
}
