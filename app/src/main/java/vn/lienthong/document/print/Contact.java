package vn.lienthong.document.print;

import org.jspecify.annotations.Nullable;

/** Whom to ask. */
public record Contact(
        @Nullable String officer,
        @Nullable String phone,
        @Nullable String website) {}
