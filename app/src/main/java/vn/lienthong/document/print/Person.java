package vn.lienthong.document.print;

import org.jspecify.annotations.Nullable;

/** A citizen or an organisation as a form names them. */
public record Person(
        String fullName,
        @Nullable String identityNumber,
        @Nullable String address,
        @Nullable String phone,
        @Nullable String email) {}
