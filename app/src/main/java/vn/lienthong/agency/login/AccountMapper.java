package vn.lienthong.agency.login;

import java.time.Instant;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

@Mapper
interface AccountMapper {

    @Nullable Account find(String username);

    void changePassword(String username, String hash);

    record Account(
            String username,
            @Nullable String passwordHash,
            boolean active,
            boolean demonstration,
            @Nullable Instant passwordChangedAt,
            boolean passwordMustChange,
            @Nullable Instant passwordExpiresAt) {}
}
