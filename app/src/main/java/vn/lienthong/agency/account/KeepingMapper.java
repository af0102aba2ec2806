package vn.lienthong.agency.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;
import vn.lienthong.agency.Duty;

@Mapper
interface KeepingMapper {

    record AccountRow(
            String username,
            String fullName,
            @Nullable String email,
            @Nullable String phone,
            boolean active,
            @Nullable String passwordHash,
            boolean passwordMustChange,
            @Nullable Instant passwordExpiresAt,
            @Nullable Instant passwordChangedAt) {}

    /** @param units where it has a duty, on whatever day */
    List<AccountRow> accounts(List<String> units);

    @Nullable AccountRow account(String username);

    /** @return 0 when somebody has that name */
    int open(String username, String fullName, @Nullable String email, @Nullable String phone);

    /** @param expiresAt null for one that was chosen by the officer */
    void password(String username, String hash, @Nullable Instant expiresAt, Instant now);

    int active(String username, boolean active);

    record DutyRow(
            String unit,
            Duty duty,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    List<DutyRow> duties(String username);

    int give(String username, String unit, Duty duty, LocalDate from);

    int end(String username, String unit, Duty duty, LocalDate last);

    boolean isUnit(String unit);

    void found(String unit, String name, LocalDate from);
}
