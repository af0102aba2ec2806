package vn.lienthong.agency;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A person who works at one of the units. Never carries the password. */
public record Officer(
        String username,
        String fullName,
        @Nullable String email,
        @Nullable String phone,
        Locale locale,
        boolean active) {}
